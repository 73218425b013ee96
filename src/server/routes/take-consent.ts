import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { answerConsent } from '../records/answer-consent.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'post',
  path: '/api/v1/consents',
  summary: 'Takes a consent in; answers 201 only after its record is durable, 200 to an identical repeat.',
  access: 'public',
  handle: async ({ env }, server) => {
    await answerConsent(env.incoming, env.outgoing, server);
    return RESPONSE_ALREADY_SENT;
  },
};
export default route;
