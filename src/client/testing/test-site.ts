import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { compileNotice } from '../../knowledge/config/compile-notice.ts';
import { compileRuntime } from '../../knowledge/config/compile-runtime.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import type { Config } from '../../model/config.ts';
import type { ConsentSubmission } from '../../model/consent-record.ts';
import type { RuntimeConfig } from '../../model/runtime-config.ts';
import { findBrowser } from '../../scan/browser/find-browser.ts';
import { readBrowserBundles } from '../../server/sites/browser-bundles.ts';
import { coreScript, type NoticePart, noticeScript } from '../../server/sites/script-text.ts';

/** Three optional services on hosts of their own, and two trackers of the site. */
export const TEST_CONFIG: Config = {
  site: {
    id: 'test',
    name: 'Test site',
    domains: ['site.localhost'],
    privacyPolicyUrl: '/privacy',
    controller: { name: 'Test Company', email: 'privacy@site.localhost' },
  },
  purposes: [
    {
      id: 'necessary',
      name: { en: 'Necessary', de: 'Notwendig' },
      description: { en: 'Needed.', de: 'Nötig.' },
      required: true,
      justification: 'The site cannot work without it.',
    },
    {
      id: 'media',
      name: { en: 'Media', de: 'Medien' },
      description: { en: 'Videos.', de: 'Videos.' },
      covers: ['functional'],
    },
    {
      id: 'statistics',
      name: { en: 'Statistics', de: 'Statistik' },
      description: { en: 'Counting.', de: 'Zählen.' },
      covers: ['analytics'],
    },
    {
      id: 'ads',
      name: { en: 'Advertising', de: 'Werbung' },
      description: { en: 'Ads.', de: 'Werbung.' },
      covers: ['marketing'],
    },
  ],
  services: [
    {
      id: 'video',
      name: 'Video',
      provider: { name: 'Video Inc.', country: 'US', privacyUrl: 'https://video.example/privacy' },
      purpose: 'media',
      hosts: ['video.localhost'],
      description: { en: 'Shows videos.', de: 'Zeigt Videos.' },
      embed: true,
    },
    {
      id: 'stats',
      name: 'Stats',
      provider: { name: 'Stats GmbH', country: 'DE', privacyUrl: 'https://stats.example/privacy' },
      purpose: 'statistics',
      hosts: ['stats.localhost', '*/own-stats/'],
      description: { en: 'Counts.', de: 'Zählt.' },
    },
    {
      id: 'ads',
      name: 'Ads',
      provider: { name: 'Ads Ltd', country: 'IE', privacyUrl: 'https://ads.example/privacy' },
      purpose: 'ads',
      hosts: ['ads.localhost'],
      description: { en: 'Shows ads.', de: 'Zeigt Werbung.' },
    },
  ],
  trackers: [
    {
      name: '__Secure-st',
      kind: 'js-cookie',
      party: 'first',
      service: 'stats',
      lifetimeSeconds: null,
      description: 'Recognises you, over TLS alone.',
    },
    {
      name: 'own_media',
      kind: 'local-storage',
      party: 'first',
      purpose: 'media',
      lifetimeSeconds: null,
      description: 'What the site itself stores, for no service.',
    },
    {
      name: '_st.*',
      kind: 'js-cookie',
      party: 'first',
      service: 'stats',
      lifetimeSeconds: 86_400,
      description: 'Recognises you.',
    },
    {
      name: 'st_list',
      kind: 'local-storage',
      party: 'first',
      service: 'stats',
      lifetimeSeconds: null,
      description: 'A list.',
    },
    {
      name: 'st_db',
      kind: 'indexed-db',
      party: 'first',
      service: 'stats',
      lifetimeSeconds: null,
      description: 'A database.',
    },
  ],
};

/** What a test may do with the site and its third parties. */
export interface TestSite {
  readonly origin: string;
  /** Requests that reached a host other than the site, as `host/path`. */
  readonly reached: string[];
  /** Bodies of the consent submissions that arrived. */
  readonly submissions: ConsentSubmission[];
  /** Pages by path; `{CORE}` stands for the script of the runtime. */
  readonly pages: Record<string, string>;
  /** Makes parts of the server fail. */
  readonly broken: { ui?: boolean; details?: boolean; intake?: boolean; core?: boolean };
  readonly runtime: RuntimeConfig;
  open(path?: string, options?: BrowserContextOptions & { gpc?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

const readBody = async (request: IncomingMessage) => Buffer.concat(await request.toArray()).toString();

/** What the third parties answer: scripts say that they ran, everything else is empty. */
function answerOf(path: string): { type: string; body: string } {
  if (path.endsWith('.js')) {
    const name = path.split('/').pop();
    return { type: 'text/javascript', body: `(window.ran ??= []).push(${JSON.stringify(name)})` };
  }
  if (path.endsWith('.css')) return { type: 'text/css', body: 'body{}' };
  return { type: 'text/html', body: '<!doctype html><title>third party</title>' };
}

/** Serves a site under `site.localhost` with its third parties and the runtime as it is shipped, and opens browsers on it. */
export async function startTestSite(change: Partial<Config> = {}): Promise<TestSite> {
  const config = resolveConfig({ ...TEST_CONFIG, ...change });
  const reached: string[] = [];
  const submissions: ConsentSubmission[] = [];
  const pages: Record<string, string> = {};
  const broken: TestSite['broken'] = {};

  const server = createServer(async (request, response) => {
    const host = (request.headers.host ?? '').split(':')[0];
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const send = (status: number, type: string, body: string) =>
      response.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
    if (host !== 'site.localhost') {
      reached.push(`${host}${path}`);
      const { type, body } = answerOf(path);
      return send(200, type, body);
    }
    if (path.startsWith('/own-stats/')) {
      reached.push(`own${path}`);
      return send(200, 'text/javascript', answerOf(path).body);
    }
    if (path === '/_avowal/c/test.js' && !broken.core) {
      return send(200, 'text/javascript', coreScript(runtime, readBrowserBundles()));
    }
    const ui = /^\/_avowal\/c\/test\/(ui|details)\.u\.([\w-]+)\.js$/.exec(path);
    if (ui && !broken.ui) {
      const notice = compileNotice(config, ui[2] as string, { policyUrl: '/policy' });
      if (ui[1] === 'details' && broken.details) return send(503, 'text/plain', '');
      const script = noticeScript(ui[1] as NoticePart, notice, readBrowserBundles());
      return send(200, 'text/javascript', script);
    }
    if (path === '/_avowal/c/test/debug.u.js')
      return send(200, 'text/javascript', readBrowserBundles().debug);
    if (path === '/_avowal/api/v1/consents') {
      if (broken.intake) return send(503, 'application/json', '{}');
      submissions.push(JSON.parse(await readBody(request)));
      return send(201, 'application/json', '{}');
    }
    const page = pages[path];
    return page === undefined
      ? send(404, 'text/html', '<!doctype html><title>404</title>')
      : send(
          200,
          'text/html; charset=utf-8',
          page.replace('{CORE}', '<script src="/_avowal/c/test.js"></script>'),
        );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const runtime = compileRuntime(config, { server: '/_avowal', configHash: 'c'.repeat(64), uiRevision: 'u' });
  const executablePath = findBrowser()?.executablePath;
  const browser: Browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const origin = `http://site.localhost:${port}`;
  return {
    origin,
    reached,
    submissions,
    pages,
    broken,
    runtime,
    async open(path = '/', { gpc, ...options } = {}) {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      if (gpc)
        await context.addInitScript(
          'Object.defineProperty(Navigator.prototype,"globalPrivacyControl",{get:()=>true})',
        );
      const page = await context.newPage();
      await page.goto(`${origin}${path}`);
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
