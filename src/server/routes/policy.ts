import { randomBytes } from 'node:crypto';
import { renderPolicy } from '../../policy/render-policy.ts';
import { chooseLocale } from '../choose-locale.ts';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';
import { readInventory } from '../scans/read-scan.ts';
import { policyPagePolicy } from '../security-headers.ts';

const TYPES = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
} as const;

const route: Route = {
  method: 'get',
  path: '/p/:file{[a-z0-9-]+(?:\\.json|\\.md)?}',
  summary: 'The cookie policy of a site as a page, as JSON or as Markdown; ?lang= chooses the language.',
  access: 'public',
  handle: async (c, server) => {
    const [id = '', extension = 'html'] = (c.req.param('file') ?? '').split('.');
    const format = extension as keyof typeof TYPES;
    const site = server.sites.get(id);
    if (!site) throw new ProblemError('unknown-site');
    const { config, version } = site;
    const wanted = c.req.header('accept-language') ?? '';
    const locale = chooseLocale(config.locales, c.req.query('lang'), wanted);
    const runtimeUrl = `${server.publicUrl}/c/${id}.js`;
    const text = renderPolicy(
      {
        config,
        locale,
        configHash: version.configHash,
        updatedAt: version.firstPublishedAt,
        runtimeUrl,
        scannedAt: (await readInventory(server.scans, id))?.finishedAt ?? null,
      },
      format,
    );
    c.header('content-type', TYPES[format]);
    c.header('content-language', locale);
    c.header('vary', 'Accept-Language');
    if (format !== 'html') return c.body(text, 200, { 'cache-control': 'public, max-age=300' });
    const nonce = randomBytes(16).toString('base64');
    c.header('content-security-policy', policyPagePolicy(nonce, server.publicUrl));
    // A nonce counts once, so the page is made anew each time.
    return c.body(addNonce(text, nonce), 200, { 'cache-control': 'no-store' });
  },
};
export default route;

/** Everything that a site's texts could bring is escaped by the renderer, so that these tags are its own. */
const addNonce = (page: string, nonce: string) =>
  page.replace(/<(style|script)(?=[\s>])/g, `<$1 nonce="${nonce}"`);
