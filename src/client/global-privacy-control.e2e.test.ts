import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from './testing/test-site.ts';

let us: TestSite;
let eu: TestSite;

const html = (site: TestSite) => `<!doctype html><html lang="en"><head>{CORE}<script>
  document.head.append(Object.assign(document.createElement('script'), { src: '${site.origin.replace('site.', 'ads.')}/ad.js' }));
  </script></head><body><main>Hello</main></body></html>`;

beforeAll(async () => {
  us = await startTestSite({ regimes: { default: 'us' } });
  eu = await startTestSite();
  for (const site of [us, eu]) site.pages['/'] = html(site);
});
afterAll(() => Promise.all([us.close(), eu.close()]));

/** What advertising is allowed in a browser whose property has a value. */
async function adsWith(site: TestSite, value: unknown): Promise<string> {
  const page = await site.open('/');
  try {
    await page.context().addInitScript((own) => {
      Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => own });
    }, value);
    await page.context().clearCookies();
    site.reached.length = 0;
    await page.reload({ waitUntil: 'load' });
    return await page.evaluate('avowal.choice.purposes.ads');
  } finally {
    await page.context().close();
  }
}

describe('navigator.globalPrivacyControl', () => {
  it('US-GPC-001 US-GPC-004 is an opt-out in the United States if it is true: nothing of advertising is asked for', async () => {
    expect(await adsWith(us, true)).toBe('denied');
    expect(us.reached).toEqual([]);
  });

  it.each([
    ['"1"', '1'],
    ['1', 1],
    ['"true"', 'true'],
    ['false', false],
    ['null', null],
  ])('US-GPC-004 is none if it is %s', async (_, value) => {
    expect(await adsWith(us, value)).toBe('granted');
    expect(us.reached).toEqual(['ads.localhost/ad.js']);
  });

  it('US-GPC-007 grants nothing where consent is asked for, and takes nothing away', async () => {
    expect(await adsWith(eu, true)).toBe('denied');
    expect(await adsWith(eu, false)).toBe('denied');
    expect(eu.submissions).toEqual([]);
  });
});
