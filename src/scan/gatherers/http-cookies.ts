import { initiatorsOf } from '../computed/initiator-chain.ts';
import { parseCookie } from '../computed/parse-cookie.ts';
import type { Gatherer, GatherRun } from '../gatherer.ts';
import type { Hop, LoggedRequest, RawHeaders } from '../page/network-log.ts';

/** Raw headers come in the order of the hops, but only for hops that went over the wire. */
function headersByHop({ hops, rawHeaders }: LoggedRequest): [Hop, RawHeaders, number][] {
  const wired = hops.map((hop, index) => ({ hop, index })).filter(({ hop }) => hop.hasRawHeaders !== false);
  return rawHeaders.flatMap((headers, at) => {
    const found = wired[at];
    return found ? [[found.hop, headers, found.index]] : [];
  });
}

function gather(run: GatherRun): void {
  const requests = run.network.requests();
  for (const request of requests) {
    for (const [hop, headers, index] of headersByHop(request)) {
      for (const line of headers.setCookies) {
        const cookie = parseCookie(line, new URL(hop.url), headers.time);
        if (!cookie || (cookie.lifetimeSeconds ?? 1) <= 0) continue;
        const { value, ...rest } = cookie;
        run.cookies.wrote({
          ...rest,
          kind: 'http-cookie',
          valueBytes: Buffer.byteLength(value),
          valueHash: run.hash(value),
          time: headers.time,
          initiators: initiatorsOf(requests, request, index),
          taken: true,
        });
      }
    }
  }
}

/** Cookies of responses: HttpOnly ones, those of redirects, frames and workers; not those that the browser refused. */
const httpCookies: Gatherer = {
  id: 'http-cookies',
  start: (run) => ({ pageEnd: () => gather(run) }),
};

export default httpCookies;
