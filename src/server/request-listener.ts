import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './create-app.ts';
import { pathsOf } from './paths-of.ts';
import { answerConsent } from './records/answer-consent.ts';
import takeConsent from './routes/take-consent.ts';
import type { ServerContext } from './server-context.ts';

/**
 * Answers the requests of a server: all through the app, but the answers of visitors right here. They are nearly all that a server is
 * asked under load, and a third of what each costs would be its way through the app.
 */
export function requestListener(
  server: ServerContext,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { path } = takeConsent;
  const intake = new Set<string | undefined>(pathsOf(path, server));
  const others = getRequestListener(createApp(server).fetch, { overrideGlobalObjects: false });
  return async (request, response) => {
    if (request.method !== 'POST' || !intake.has(request.url) || !server.isReady()) {
      await others(request, response);
      return;
    }
    await answerConsent(request, response, server);
    server.metrics.countAnswer(path, response.statusCode);
  };
}
