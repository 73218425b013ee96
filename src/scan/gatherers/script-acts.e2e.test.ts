import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { scanSite } from '../scan-site.ts';
import { page, type Routes, script, startHosts } from '../testing/start-hosts.ts';

const root = mkdtempSync(join(tmpdir(), 'avowal-acts-'));
afterAll(() => rmSync(root, { recursive: true }));
let scans = 0;

/** What scripts did on a page, as `KIND SUBJECT SCRIPT:LINE`. */
async function actsOn(routes: Routes): Promise<string[]> {
  const hosts = await startHosts(routes);
  const { acts = [] } = await scanSite({
    urls: ['https://site.example/'],
    outDir: join(root, String(++scans)),
    scenarios: ['none'],
    resolve: hosts.resolve,
    insecure: true,
  });
  await hosts.close();
  return acts.map(({ kind, subject, carries, evidence }) => {
    const { url = '', line } = evidence[0]?.initiators[0] ?? {};
    return `${kind} ${subject}${carries ? ` (${carries})` : ''} ${url.replace('https://', '')}:${line}`;
  });
}

it('finds identifiers that scripts put into links to other sites, in every way to write an address', async () => {
  const found = await actsOn({
    'site.example/': page(
      `<a id="a" href="https://a.shop.test/"></a><a id="b" href="https://b.shop.test/?x=1#end"></a><a id="c" href="https://c.shop.test/"></a>
       <a id="own" href="/own"></a><a id="sub" href="https://www.site.example/"></a><a id="d" href="https://d.shop.test/?gclid=written-by-the-server-1"></a>
       <script src="https://tag.test/tag.js"></script>`,
    ),
    'tag.test/tag.js': script(`document.cookie = 'who=4711-0815; path=/';
a.href += '?gclid=abcdefgh1';
b.search += '&fbclid=abcdefgh2';
c.setAttribute('HREF', 'https://c.shop.test/?reader=4711-0815');
const e = document.createElement('a'); e.href = 'https://e.shop.test/?msclkid=1';
own.href = '/own?gclid=1'; sub.href = 'https://www.site.example/?gclid=1';
d.href = d.href + '&lang=en&page=2&reader=nobody-knows-0001';
a.href = a.href;`),
  });
  expect(found).toEqual([
    'decorates-link fbclid in links to b.shop.test tag.test/tag.js:3',
    'decorates-link gclid in links to a.shop.test tag.test/tag.js:2',
    'decorates-link msclkid in links to e.shop.test tag.test/tag.js:5',
    'decorates-link reader in links to c.shop.test (who) tag.test/tag.js:4',
  ]);
});

it('finds who listens to or reads fields for secrets and addresses, and leaves libraries and frames of others alone', async () => {
  const form = `<form><input type="password" id="secret"><input type="email" id="mail"><input id="card" autocomplete="cc-number"><input id="nick"></form>`;
  const found = await actsOn({
    'site.example/':
      page(`${form}<script src="https://spy.test/spy.js"></script><script src="https://lib.test/lib.js"></script>
      <script>listenTo(mail); secret.addEventListener('input', () => {});</script><iframe src="https://pay.test/"></iframe>`),
    'spy.test/spy.js': script(`addEventListener('keydown', () => {});
secret.addEventListener('input', () => {});
mail.value.trim();
card.onfocus = null; card.addEventListener('change', () => {});
nick.addEventListener('input', () => {}); nick.value.trim();
secret.addEventListener('focus', () => {}); document.addEventListener('click', () => {});`),
    'lib.test/lib.js': script(
      `listenTo = (field) => { field.addEventListener('input', () => {}); field.value.trim(); };`,
    ),
    'pay.test/': page(
      `<input type="password" id="own"><script>own.addEventListener('input', () => {}); own.value.trim();</script>`,
    ),
  });
  expect(found).toEqual([
    'listens-to-field card field spy.test/spy.js:4',
    'listens-to-field password field spy.test/spy.js:2',
    'listens-to-keys all keys on a page with a field for password spy.test/spy.js:1',
    'reads-field email field spy.test/spy.js:3',
  ]);
});

it('takes a page that types, reads and links by its own code alone for what it is', async () => {
  const found = await actsOn({
    'site.example/': page(`<input type="email" id="mail"><a id="a" href="https://a.shop.test/"></a><script>
      addEventListener('keydown', () => {}); mail.addEventListener('input', () => {}); mail.value = 'x'; mail.value.trim();
      a.href += '?utm_source=site&item=1234567890';</script>`),
  });
  expect(found).toEqual([]);
});
