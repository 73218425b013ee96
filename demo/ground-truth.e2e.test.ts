import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifyTracker } from '../src/knowledge/identify.ts';
import { matchesName } from '../src/model/name-pattern.ts';
import type { Party, TrackerKind } from '../src/model/tracker.ts';
import groundTruth from './ground-truth.json' with { type: 'json' };
import { type RunningDemo, startDemoSite } from './start-demo-site.ts';
import { openBrowser } from './testing/open-browser.ts';

type Truth = (typeof groundTruth.trackers)[number];

const PAGES = [
  '/',
  '/de/',
  '/product',
  '/blog/a-week-without-an-inbox',
  '/contact',
  '/releases',
  '/privacy',
  '/cookie-policy',
  '/no-such-page',
];
const DAY = 86_400;
const COOKIES: readonly Truth[] = groundTruth.trackers.filter(({ kind }) => kind.endsWith('cookie'));

let demo: RunningDemo;

interface Seen {
  readonly context: BrowserContext;
  readonly scriptCookies: readonly string[];
  readonly storage: readonly string[];
  readonly images: readonly string[];
}

/** Visits every page, and looks at what is left in the browser. */
async function visitAll(browser: Browser, start: string): Promise<Seen> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const images: string[] = [];
  const storage = new Set<string>();
  page.on('request', (request) => {
    const { hostname, pathname } = new URL(request.url());
    if (request.resourceType() === 'image') images.push(`${hostname}${pathname}`);
  });
  for (const path of PAGES) {
    await page.goto(new URL(path, start).href, { waitUntil: 'load' });
    await page.waitForTimeout(400);
    for (const frame of page.frames()) {
      const keys = await frame.evaluate(() => [
        ...Object.keys(localStorage).map((key) => `local-storage ${location.hostname} ${key}`),
        ...Object.keys(sessionStorage).map((key) => `session-storage ${location.hostname} ${key}`),
      ]);
      for (const key of keys) storage.add(key);
    }
  }
  const scriptCookies = await page.evaluate(() =>
    document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''),
  );
  return { context, scriptCookies, storage: [...storage], images };
}

beforeAll(async () => {
  demo = await startDemoSite({ port: 0 });
});

afterAll(() => demo.close());

describe.each([
  { mode: 'under the real names', tail: '', real: true },
  { mode: 'in a browser with no switches, under .localhost', tail: '.localhost', real: false },
])('after a visit of every page $mode', ({ tail, real }) => {
  let browser: Browser;
  let seen: Seen;
  let openedAt: number;

  beforeAll(async () => {
    openedAt = Date.now() / 1000;
    browser = await openBrowser(real ? demo.port : undefined);
    seen = await visitAll(browser, real ? 'https://www.kopano.com/' : demo.url);
  });

  afterAll(() => browser.close());

  it('the browser holds exactly the cookies of the ground truth', async () => {
    const held = (await seen.context.cookies()).map(({ name, domain, httpOnly }) => {
      const truth = COOKIES.find((candidate) => matchesName(candidate.name, name));
      return `${truth?.name ?? name} ${domain.replace(/^\./, '')} ${httpOnly}`;
    });
    const expected = COOKIES.map(({ name, host, httpOnly }) => `${name} ${host}${tail} ${httpOnly}`);
    expect(held.toSorted()).toEqual(expected.toSorted());
  });

  it('each cookie lives as long as the ground truth says, within a day and a hundredth', async () => {
    for (const { name, expires } of await seen.context.cookies()) {
      const truth = COOKIES.find((candidate) => matchesName(candidate.name, name));
      const lifetime = truth?.lifetimeSeconds ?? null;
      if (lifetime === null) expect(expires, name).toBe(-1);
      else expect(Math.abs(expires - openedAt - lifetime), name).toBeLessThan(Math.min(DAY, 60));
    }
  });

  it('a script wrote just those that the ground truth calls js-cookie', () => {
    const byScript = COOKIES.filter(({ kind }) => kind === 'js-cookie').map(({ name }) => name);
    for (const pattern of byScript) {
      expect(seen.scriptCookies.some((name) => matchesName(pattern, name))).toBe(true);
    }
  });

  it('web storage holds exactly what the ground truth lists', () => {
    const expected = groundTruth.trackers
      .filter(({ kind }) => kind.endsWith('-storage'))
      .map(({ kind, host, name }) => `${kind} ${host}${tail} ${name}`);
    expect(seen.storage).toEqual(expected);
  });

  it('pixels were asked for', () => {
    const pixels = groundTruth.trackers.filter(({ kind }) => kind === 'pixel');
    expect(pixels.length).toBeGreaterThan(0);
    for (const { name, host } of pixels) {
      const sent = seen.images
        .filter((image) => image.startsWith(`${host}${tail}/`))
        .map((image) => image.replace(tail, ''));
      expect(
        sent.some((image) => matchesName(name, image)),
        name,
      ).toBe(true);
    }
  });
});

describe('the ground truth', () => {
  it('has every tracker of the founding page that is not a consent cookie', () => {
    expect(groundTruth.trackers.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...['PHPSESSID', '__cfduid', 'wp_kopano_shop_id', 'atlassian.xsrf.token', 'IDE', 'NID', 'GPS'],
        ...['VISITOR_INFO1_LIVE', 'YSC', '_pk_id.*', '_pk_ses.*', 'bm_sz', '_abck', 'test_cookie'],
      ]),
    );
  });

  it.each(groundTruth.trackers.filter(({ service }) => !service.startsWith('kopano-')))(
    '$name is what knowledge expects of $service',
    ({ name, kind, host, party, service, lifetimeSeconds }) => {
      const known = identifyTracker({
        name: kind === 'pixel' ? name.replace('*', host.split('.')[0] ?? '') : name.replace('*', '1.ab12'),
        kind: kind as TrackerKind,
        host,
        party: party as Party,
      });
      expect(known?.service.id).toBe(service);
      expect(known?.declaration.name).toBe(name);
      expect(known?.declaration.lifetimeSeconds ?? null).toBe(lifetimeSeconds);
    },
  );
});
