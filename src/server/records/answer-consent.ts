import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerAtOnce } from '../answer-at-once.ts';
import { corsFor, corsHeaders } from '../cors-headers.ts';
import { problemAnswer } from '../problem.ts';
import type { ServerContext } from '../server-context.ts';
import { toProblem } from '../to-problem.ts';
import { cookiesFor } from './cookies-for.ts';
import { hostOf } from './host-of.ts';
import { takeConsent } from './take-consent.ts';

/** Takes one submission in and answers it: 201 after its record is durable, 200 to an identical repeat, or why it is refused. */
export async function answerConsent(
  request: IncomingMessage,
  response: ServerResponse,
  server: ServerContext,
): Promise<void> {
  const { origin = '', cookie = '', host = '' } = request.headers;
  try {
    const { record, version, isNew } = await takeConsent(request, server);
    const cookies = cookiesFor(record, version, {
      publicUrl: server.publicUrl,
      host: hostOf(`http://${host}`) ?? '',
      origin,
      cookies: cookie,
    });
    const headers = {
      ...corsFor(origin),
      'cache-control': 'no-store',
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
    };
    const { id, receivedAt, validUntil } = record;
    answerAtOnce(response, isNew ? 201 : 200, headers, { id, receivedAt, validUntil });
  } catch (error) {
    const { status, headers, body } = problemAnswer(toProblem(error, server.log));
    // Refusals carry the CORS headers too: a page must be able to tell "retry" from "never".
    answerAtOnce(response, status, { ...headers, ...corsHeaders(origin || null, server) }, body);
  }
}
