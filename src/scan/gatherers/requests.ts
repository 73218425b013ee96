import { initiatorsOf, withoutQuery } from '../computed/initiator-chain.ts';
import type { Gatherer } from '../gatherer.ts';

/** Every request with who caused it; a redirect's target is a request of its own. */
const requests: Gatherer = {
  id: 'requests',
  start: (run) => ({
    pageEnd() {
      const all = run.network.requests();
      for (const request of all) {
        request.hops.forEach(({ url }, index) => {
          const initiators = initiatorsOf(all, request, index);
          run.observeRequest({ url: withoutQuery(url), type: request.type, initiators });
        });
      }
    },
  }),
};

export default requests;
