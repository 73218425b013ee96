import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningDemo, startDemoSite } from '../start-demo-site.ts';
import { readAnswer } from '../testing/read-answer.ts';

let demo: RunningDemo;

beforeAll(async () => {
  demo = await startDemoSite({ port: 0 });
});

afterAll(() => demo.close());

const NOTE = 'This basket lasts until you close the browser.';

const change = (cookie: string, article: string, action: string) =>
  readAnswer(demo.port, {
    path: '/basket',
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ article, action }).toString(),
  });

const page = async (cookie: string) =>
  (await readAnswer(demo.port, { path: '/product', headers: { cookie } })).text;

describe('the web shop', () => {
  it('keeps the basket within the session, and says what its own cookie would add', async () => {
    const cookie = 'PHPSESSID=session-alone';
    const answer = await change(cookie, 'team', 'add');
    expect([answer.status, answer.headers.location]).toEqual([303, '/product#basket']);
    await change(cookie, 'team', 'add');
    const html = await page(cookie);
    expect(html).toMatch(/<th scope="row">Team<\/th><td>2<\/td><td>€ 1,680<\/td>/);
    expect(html).toContain(NOTE);
    expect(html).toContain('data-avowal-action="open"');
  });

  it('takes things out again', async () => {
    const cookie = 'PHPSESSID=changes-its-mind';
    await change(cookie, 'starter', 'add');
    await change(cookie, 'starter', 'remove');
    await change(cookie, 'starter', 'remove');
    expect(await page(cookie)).toContain('Nothing in it yet');
  });

  it('finds the basket of a returning customer by its own cookie, in another session', async () => {
    await change('PHPSESSID=first; wp_kopano_shop_id=customer', 'migration', 'add');
    const html = await page('PHPSESSID=second; wp_kopano_shop_id=customer');
    expect(html).toContain('<th scope="row">Moving day</th>');
    expect(html).not.toContain(NOTE);
    expect(await page('PHPSESSID=second')).toContain('Nothing in it yet');
  });

  it('gives its cookie for 30 days, once', async () => {
    const first = await readAnswer(demo.port, { path: '/product' });
    expect(first.cookies.join('\n')).toMatch(/wp_kopano_shop_id=\w{16}; Path=\/; Max-Age=2592000/);
    const headers = { cookie: 'PHPSESSID=a; __cfduid=b; wp_kopano_shop_id=c' };
    expect((await readAnswer(demo.port, { path: '/product', headers })).cookies).toEqual([]);
  });

  it.each([
    ['starter', 'steal'],
    ['__proto__', 'add'],
    ['starter', 'constructor'],
    ['', ''],
  ])('ignores the article %j with the action %j', async (article, action) => {
    const cookie = 'PHPSESSID=mistaken';
    expect((await change(cookie, article, action)).status).toBe(303);
    expect(await page(cookie)).toContain('Nothing in it yet');
  });

  it('changes nothing for a visitor without any cookie', async () => {
    await change('', 'team', 'add');
    expect(await page('')).toContain('Nothing in it yet');
  });
});
