import { describe, expect, it } from 'vitest';
import { type CookieWrite, createCookieLedger, type JarCookie } from './cookie-ledger.ts';

const NOW = 1_800_000_000_000;
const attributes = { path: '/', secure: false, httpOnly: false, sameSite: null, partitioned: false } as const;
const write = (facts: Partial<CookieWrite> = {}): CookieWrite => ({
  kind: 'js-cookie',
  name: 'a',
  host: 'example.org',
  lifetimeSeconds: null,
  attributes,
  valueBytes: 1,
  valueHash: 'h',
  time: NOW,
  initiators: [{ url: 'https://example.org/a.js' }],
  taken: true,
  ...facts,
});
const inJar = (facts: Partial<JarCookie> = {}): JarCookie => ({
  name: 'a',
  domain: '.example.org',
  path: '/',
  expires: -1,
  secure: true,
  httpOnly: false,
  partitioned: false,
  valueBytes: 1,
  valueHash: 'h',
  ...facts,
});

/** A ledger of one tab. */
function openLedger() {
  const ledger = createCookieLedger();
  const book = ledger.openBook();
  return {
    wrote: book.wrote,
    remember: () => ledger.remember(book),
    preset: ledger.preset,
    settle: (jar: readonly JarCookie[], time: number) => ledger.settle(ledger.end(book, jar, time)),
  };
}

describe('the ledger', () => {
  it('takes lifetime and attributes from the jar: what the browser made of it', () => {
    const ledger = openLedger();
    ledger.wrote(write({ lifetimeSeconds: 99_999_999 }));
    expect(ledger.settle([inJar({ expires: NOW / 1000 + 3600.4 })], NOW)).toMatchObject([
      { kind: 'js-cookie', lifetimeSeconds: 3600, attributes: { secure: true } },
    ]);
  });

  it('keeps a cookie that is gone again, and drops one that the browser never had', () => {
    const ledger = openLedger();
    ledger.wrote(write({ name: 'gone' }));
    ledger.wrote(write({ name: 'refused', taken: false }));
    expect(ledger.settle([], NOW).map(({ name }) => name)).toEqual(['gone']);
  });

  it('counts a cookie of the jar that nobody was seen to write, once', () => {
    const ledger = openLedger();
    expect(ledger.settle([inJar()], NOW)).toMatchObject([
      { kind: 'http-cookie', host: 'example.org', initiators: [] },
    ]);
    expect(ledger.settle([inJar()], NOW)).toEqual([]);
  });

  it('knows the writer from before the answer to a notice, and counts what is still there', () => {
    const ledger = openLedger();
    ledger.wrote(write());
    ledger.wrote(write({ name: 'deleted' }));
    ledger.remember();
    expect(ledger.settle([inJar()], NOW)).toMatchObject([{ name: 'a', kind: 'js-cookie', initiators: [{}] }]);
  });

  it('leaves out what was there before the scan, until the site writes it', () => {
    const ledger = openLedger();
    ledger.preset([inJar()]);
    expect(ledger.settle([inJar()], NOW)).toEqual([]);
    ledger.wrote(write());
    expect(ledger.settle([inJar()], NOW)).toHaveLength(1);
  });

  it('keeps the first cause and the last lifetime of several writings', () => {
    const ledger = openLedger();
    ledger.wrote(write({ time: NOW + 5, lifetimeSeconds: 60, initiators: [] }));
    ledger.wrote(write({ kind: 'http-cookie', lifetimeSeconds: 10 }));
    expect(ledger.settle([], NOW)).toMatchObject([
      { kind: 'http-cookie', lifetimeSeconds: 60, initiators: [{}] },
    ]);
  });

  it('lays each cookie to the tab that wrote it, whichever of them reads the jar first', () => {
    const ledger = createCookieLedger();
    const [left, right] = [ledger.openBook(), ledger.openBook()];
    right.wrote(write({ name: 'right', taken: false }));
    left.wrote(write({ name: 'both', time: NOW + 1000 }));
    right.wrote(write({ name: 'both', time: NOW }));
    const jar = [inJar({ name: 'right' }), inJar({ name: 'both', expires: NOW / 1000 + 61 }), inJar()];
    const ended = [left, right].map((book) => ledger.end(book, jar, NOW + 2000));
    const pages = ended.map((page) =>
      ledger.settle(
        page,
        ended.filter((other) => other !== page),
      ),
    );
    expect(
      pages.map((page) => page.map(({ name, lifetimeSeconds }) => `${name} ${lifetimeSeconds}`)),
    ).toEqual([
      ['both 60', 'a null'],
      ['right null', 'both 60'],
    ]);
  });

  it('measures no lifetime from what another tab wrote after the jar was read', () => {
    const ledger = createCookieLedger();
    const [left, right] = [ledger.openBook(), ledger.openBook()];
    left.wrote(write({ lifetimeSeconds: 60 }));
    const early = ledger.end(left, [inJar({ expires: NOW / 1000 + 60 })], NOW + 1000);
    right.wrote(write({ lifetimeSeconds: 60, time: NOW + 9000 }));
    const late = ledger.end(right, [inJar({ expires: NOW / 1000 + 69 })], NOW + 10_000);
    expect([ledger.settle(early, [late]), ledger.settle(late, [early])]).toMatchObject([
      [{ lifetimeSeconds: 60 }],
      [{ lifetimeSeconds: 60 }],
    ]);
  });
});
