import { answerAtOnce } from '../answer-at-once.ts';
import { corsFor, corsHeaders } from '../cors-headers.ts';
import { problemResponse } from '../problem.ts';
import { cookiesFor } from '../records/cookies-for.ts';
import { hostOf } from '../records/host-of.ts';
import { takeConsent } from '../records/take-consent.ts';
import { requestAddress } from '../request-address.ts';
import type { Route } from '../route.ts';
import { toProblem } from '../to-problem.ts';

const route: Route = {
  method: 'post',
  path: '/api/v1/consents',
  summary: 'Takes a consent in; answers 201 only after its record is durable, 200 to an identical repeat.',
  access: 'public',
  handle: async (c, server) => {
    const { incoming } = c.env;
    const { origin = '', cookie = '' } = incoming.headers;
    try {
      const { record, version, isNew } = await takeConsent(incoming, requestAddress(c, server), server);
      const cookies = cookiesFor(record, version, {
        publicUrl: server.publicUrl,
        host: hostOf(c.req.url) ?? '',
        origin,
        cookies: cookie,
      });
      const { id, receivedAt, validUntil } = record;
      const answer = {
        ...corsFor(origin),
        'cache-control': 'no-store',
        ...(cookies.length > 0 && { 'set-cookie': cookies }),
      };
      return answerAtOnce(c, isNew ? 201 : 200, answer, { id, receivedAt, validUntil });
    } catch (error) {
      // Refusals carry the CORS headers too: a page must be able to tell "retry" from "never".
      const problem = toProblem(error, server.log);
      const response = problemResponse(problem);
      for (const [name, value] of Object.entries(corsHeaders(origin || null, server)))
        response.headers.set(name, value);
      return response;
    }
  },
};
export default route;
