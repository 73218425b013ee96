import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRegime } from '../knowledge/find-regime.ts';
import type { Inventory, ObservedTracker } from '../model/inventory.ts';
import { judgeInventory } from './judge-inventory.ts';
import { scanSite } from './scan-site.ts';
import { type RunningWordpress, startWordpress, wordpressMissing } from './testing/start-wordpress.ts';

const skipped = wordpressMissing ? ` (skipped: ${wordpressMissing})` : '';
const HOST = 'blog.example';

/** What the report must say of a cookie, read from the server's own header. */
function fromHeader(line: string) {
  const [pair = '', ...rest] = line.split('; ');
  const attributes = Object.fromEntries(
    rest.map((text) => {
      const [name = '', value = ''] = text.split('=');
      return [name.toLowerCase(), value];
    }),
  );
  const value = pair.slice(pair.indexOf('=') + 1);
  return {
    name: pair.slice(0, pair.indexOf('=')),
    kind: 'http-cookie',
    host: HOST,
    party: 'first',
    lifetimeSeconds: 'max-age' in attributes ? Number(attributes['max-age']) : null,
    attributes: {
      path: attributes.path,
      secure: 'secure' in attributes,
      httpOnly: 'httponly' in attributes,
      sameSite: attributes.samesite ?? null,
      partitioned: 'partitioned' in attributes,
    },
    valueBytes: Buffer.byteLength(value),
  };
}

const isCookie = ({ kind }: ObservedTracker) => kind === 'http-cookie' || kind === 'js-cookie';
const pairsOf = (lines: readonly string[]) => lines.map((line) => line.split(';')[0]).join('; ');
const pagesOf = ({ evidence }: ObservedTracker) => evidence.map(({ page }) => new URL(page).pathname);

describe.skipIf(wordpressMissing)(`A scan of WordPress as Debian packages it${skipped}`, () => {
  const outDir = mkdtempSync(join(tmpdir(), 'avowal-wordpress-scan-'));
  let blog: RunningWordpress;
  let asVisitor: Inventory;
  let signedIn: Inventory;
  let session: readonly string[];
  const scan = (options: { urls: string[]; maxPages: number; storageState?: string }) =>
    scanSite({ outDir, scenarios: ['none'], resolve: blog.resolve, ...options });

  beforeAll(async () => {
    blog = await startWordpress(HOST);
    const { url, user, password } = blog;
    asVisitor = await scan({ urls: [`${url}/`, `${url}/wp-login.php`], maxPages: 6 });
    const form = { log: user, pwd: password, testcookie: '1' };
    const signIn = await blog.ask('/wp-login.php', form, 'wordpress_test_cookie=WP%20Cookie%20check');
    session = signIn.setCookies;
    const storageState = join(outDir, 'signed-in.json');
    const cookies = session.map((line) => {
      const { name, attributes } = fromHeader(line);
      const { path, httpOnly } = attributes;
      return { name, value: pairsOf([line]).slice(name.length + 1), domain: HOST, path, httpOnly };
    });
    writeFileSync(storageState, JSON.stringify({ cookies, origins: [] }));
    signedIn = await scan({
      urls: [`${url}/wp-admin/`, `${url}/wp-admin/post-new.php`],
      maxPages: 2,
      storageState,
    });
  });
  afterAll(async () => {
    await blog?.close();
    rmSync(outDir, { recursive: true, force: true });
  });

  it('visits the article, the page and the sign-in form, and finds just the cookie that the server sends', async () => {
    expect(asVisitor.pages.map(({ url, status }) => `${status} ${url.slice(blog.url.length)}`)).toEqual(
      expect.arrayContaining(['200 /', '200 /wp-login.php', '200 /hello-world/', '200 /sample-page/']),
    );
    const sent = new Map<string, string>();
    for (const { url } of asVisitor.pages) {
      const { pathname, search } = new URL(url);
      for (const line of (await blog.ask(pathname + search)).setCookies) sent.set(line, pathname);
    }
    expect([...sent]).toEqual([[expect.stringMatching(/^wordpress_test_cookie=/), '/wp-login.php']]);
    const cookies = asVisitor.trackers.filter(isCookie);
    expect(cookies).toMatchObject([...sent.keys()].map(fromHeader));
    expect(cookies).toMatchObject([{ service: 'wordpress', purpose: 'necessary' }]);
    expect(new Set(cookies.flatMap(pagesOf))).toEqual(new Set(sent.values()));
  });

  it('takes a signed-in visitor into the editor without signing out, and counts what the server adds there', async () => {
    const { setCookies } = await blog.ask('/wp-admin/', undefined, pairsOf(session));
    const sent = setCookies.filter((line) => !line.includes('Max-Age=0')).map(fromHeader);
    expect(sent).toMatchObject([{ name: 'wp-settings-time-1', lifetimeSeconds: 365 * 86_400 }]);
    const cookies = signedIn.trackers.filter(isCookie);
    expect(cookies).toMatchObject(sent.map(({ name, ...facts }) => ({ examples: [name], ...facts })));
    expect(signedIn.pages.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Dashboard/),
      expect.stringMatching(/^Add New Post/),
    ]);
  });

  it('lays what the editor keeps in local storage to the script that wrote it', () => {
    const preferences = signedIn.trackers.find(
      ({ kind, name }) => kind === 'local-storage' && /PREFERENCES/.test(name),
    );
    expect(preferences).toMatchObject({ host: HOST, service: 'wordpress', purpose: 'functional' });
    expect(preferences?.evidence[0]?.initiators[0]?.url).toBe(
      `${blog.url}/wp-includes/js/dist/preferences-persistence.min.js`,
    );
  });

  it('LAW-BLOCK-001 is found to ask Gravatar before any choice, and not accused of the cookie that its sign-in form needs', () => {
    const { findings } = judgeInventory({ inventory: asVisitor, regime: findRegime('eu') });
    const failed = findings.filter(({ verdict }) => verdict === 'fail');
    const said = (id: string) => failed.filter(({ audit }) => audit === id).map(({ message }) => message);
    expect(said('nothing-before-choice')).toEqual([
      expect.stringMatching(/gravatar\.com was there before any choice/),
      expect.stringMatching(/^Requests went to Gravatar before any choice/),
    ]);
    expect(said('cookie-attributes')).toEqual([
      expect.stringMatching(/^wordpress_test_cookie does not say when/),
    ]);
    expect(failed.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });
});
