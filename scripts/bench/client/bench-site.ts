import { SITE_FILES } from './article-page.ts';
import type { LineSpeed } from './network/shaped-line.ts';
import { createDownlink, startShapingProxy } from './network/shaping-proxy.ts';
import { type Answer, compress, startWebHost } from './network/web-host.ts';
import { SERVICES, type Tool, type Tracker } from './tool.ts';

/** Address of the site. */
export const SITE = 'https://www.magazine.test';

/** The three scripts that wait for consent, one for each optional purpose, each on a host of its own. */
export const GATED_SCRIPTS: readonly Tracker[] = SERVICES.map((service) => ({
  kind: 'script',
  service,
  src: `https://${service}.test/tag.js`,
}));

/** The site with one tool at a time, and its third parties, behind a phone's line. */
export interface BenchSite {
  /** Switches of the browser that reach it. */
  readonly browserArgs: readonly string[];
  /** Which tool the pages have from now on; forgets what was sent. */
  use(tool: Tool): void;
  /** Answers since: address and bytes of the body. */
  sent(): readonly { readonly url: string; readonly bytes: number }[];
  close(): void;
}

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };

/** What the third parties answer: scripts say that they ran. */
function thirdParty(host: string, path: string): Answer {
  const headers = { 'cache-control': 'no-store', 'access-control-allow-origin': '*' };
  if (path.endsWith('.js'))
    return {
      headers: { ...headers, 'content-type': 'text/javascript' },
      body: `performance.mark('ran ${host}')`,
    };
  const type = path.endsWith('.css') ? 'text/css' : 'text/html';
  return { headers: { ...headers, 'content-type': type }, body: '' };
}

/** Starts the hosts; `pageOf` makes a page of the site by its path. */
export async function startBenchSite(
  speed: LineSpeed,
  pageOf: (tool: Tool, path: string) => string | undefined,
  paths: readonly string[],
): Promise<BenchSite> {
  let tool: Tool | undefined;
  const pages = new Map<string, string>();
  let sent: { url: string; bytes: number }[] = [];
  const onSent = (url: string, bytes: number) => {
    sent.push({ url, bytes });
  };

  const page = (current: Tool, path: string) => {
    const key = `${current.id} ${path}`;
    const html = pages.get(key) ?? pageOf(current, path);
    if (html !== undefined) pages.set(key, html);
    return html;
  };

  const answerSite = (_host: string, path: string, method: string): Answer => {
    const file = tool?.files[path] ?? SITE_FILES[path];
    if (file)
      return {
        headers: {
          'content-type': file.type,
          'cache-control': file.cacheControl ?? 'public, max-age=31536000, immutable',
        },
        body: file.body,
      };
    if (method === 'POST')
      return { status: 201, headers: { 'content-type': 'application/json' }, body: '{}' };
    const html = tool && page(tool, path);
    return html === undefined
      ? { status: 404, headers: HTML, body: 'Not found' }
      : { headers: HTML, body: html };
  };

  const site = await startWebHost([new URL(SITE).host], answerSite, onSent);
  const third = await startWebHost(
    SERVICES.map((service) => `${service}.test`),
    thirdParty,
    onSent,
  );
  const line = createDownlink(speed);
  const siteLine = await startShapingProxy(site.port, line, speed);
  const thirdLine = await startShapingProxy(third.port, line, speed);
  return {
    browserArgs: [
      `--host-resolver-rules=MAP ${new URL(SITE).host} 127.0.0.1:${siteLine.port},MAP * 127.0.0.1:${thirdLine.port}`,
      `--ignore-certificate-errors-spki-list=${site.spki},${third.spki}`,
    ],
    use(next) {
      const bodies = [...Object.values(next.files), ...Object.values(SITE_FILES)].map(({ body }) => body);
      for (const body of [...bodies, ...paths.map((path) => page(next, path))])
        if (typeof body === 'string') compress(body);
      tool = next;
      sent = [];
    },
    sent: () => sent,
    close() {
      for (const { server } of [siteLine, thirdLine, site, third]) server.close();
    },
  };
}
