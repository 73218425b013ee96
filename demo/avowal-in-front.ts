import type { RuntimeConfig } from '../src/model/runtime-config.ts';
import { createRewriter, filterSetCookie } from '../src/rewrite/index.ts';
import type { DemoTransform } from './start-demo-site.ts';

/** Where the Avowal server is found on the company's own host. */
export const AVOWAL_PATH = '/_avowal';

function rewritten(html: string, config: RuntimeConfig, url: string): Promise<string> {
  const script = `<script src="${AVOWAL_PATH}/c/${config.site}.js"></script>`;
  const stream = new Blob([html])
    .stream()
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(createRewriter(config, { script, url }))
    .pipeThrough(new TextEncoderStream());
  return new Response(stream).text();
}

/**
 * Puts Avowal in front of the company's site, which knows nothing of it: marks its pages and holds its optional cookies
 * back. `runtimeUrl` is where the server publishes the configuration, asked anew each time so that edits count at once.
 */
export function avowalInFront(runtimeUrl: string): DemoTransform {
  return async (answer, request) => {
    const config: RuntimeConfig = await (await fetch(runtimeUrl)).json();
    const isHtml = answer.headers['content-type']?.startsWith('text/html');
    return {
      ...answer,
      cookies: filterSetCookie(answer.cookies, request.headers.cookie ?? '', config),
      body: isHtml ? await rewritten(String(answer.body), config, request.url.href) : answer.body,
    };
  };
}
