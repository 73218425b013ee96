import { expect, it } from 'vitest';
import type { Observation } from '../observation.ts';
import { createCookieLedger, type JarCookie } from './cookie-ledger.ts';
import { joinTakes } from './join-takes.ts';
import { createPageSettler, type EndedPage } from './page-settler.ts';

const NOW = 1_800_000_000_000;
const key = (name: string, script?: string): Observation => ({
  kind: 'local-storage',
  name,
  host: 'a.example',
  lifetimeSeconds: null,
  valueBytes: 1,
  valueHash: '',
  time: NOW,
  initiators: script ? [{ url: script }] : [],
});
const cookie = (name: string): JarCookie => ({
  name,
  domain: 'a.example',
  path: '/',
  expires: -1,
  secure: false,
  httpOnly: false,
  partitioned: false,
  valueBytes: 1,
  valueHash: '',
});

/** Tabs of one visitor; what they see and what is in the jar is said when a page ends. */
function openTabs(count: number) {
  const ledger = createCookieLedger();
  const settler = createPageSettler(ledger);
  const tabs = Array.from({ length: count }, () => {
    const book = ledger.openBook();
    settler.join(book);
    return {
      begin: () => settler.begin(book),
      leave: () => settler.leave(book),
      discard: () => settler.discard(book),
      wrote: (name: string) =>
        book.wrote({
          ...cookie(name),
          kind: 'js-cookie',
          host: 'a.example',
          lifetimeSeconds: null,
          attributes: { path: '/', secure: false, httpOnly: false, sameSite: null, partitioned: false },
          time: NOW,
          initiators: [{ url: `/${name}.js` }],
          taken: true,
        }),
      end: (observations: readonly Observation[] = [], jar: readonly string[] = []) =>
        settler.end(book, { ...joinTakes(), observations }, ledger.end(book, jar.map(cookie), NOW)),
    };
  });
  const namesOf = (page: EndedPage) => settler.settle(page).observations.map(({ name }) => name);
  return { tabs: tabs as [(typeof tabs)[0], (typeof tabs)[0]], isReady: settler.isReady, namesOf };
}

it('waits for pages that were open beside a page, and for no other', () => {
  const { tabs, isReady } = openTabs(2);
  const [left, right] = tabs;
  left.begin();
  right.begin();
  const early = left.end();
  expect(isReady(early)).toBe(false);
  left.begin();
  right.end();
  expect(isReady(early)).toBe(true);
});

it('lays a cookie to the tab that wrote it, whose page ends last', () => {
  const { tabs, namesOf } = openTabs(2);
  const [left, right] = tabs;
  left.begin();
  right.begin();
  right.wrote('right');
  const early = left.end([], ['right', 'nobody']);
  const late = right.end([], ['right', 'nobody']);
  expect([namesOf(early), namesOf(late)]).toEqual([['nobody'], ['right']]);
});

it('lays a key to the page whose script wrote it, although it ends last and comes last', () => {
  const { tabs, namesOf } = openTabs(2);
  const [left, right] = tabs;
  left.begin();
  right.begin();
  const early = left.end([key('k')]);
  const late = right.end([key('k', '/right.js')]);
  expect([namesOf(early), namesOf(late)]).toEqual([[], ['k']]);
});

it('knows of a page that was settled what it wrote while this one was open', () => {
  const { tabs, namesOf } = openTabs(2);
  const [left, right] = tabs;
  left.begin();
  right.begin();
  const first = left.end([key('k', '/left.js')]);
  const second = right.end([key('k')]);
  expect([namesOf(first), namesOf(second)]).toEqual([['k'], []]);
});

it('lets a page write by name again what a page wrote that was over before', () => {
  const { tabs, namesOf } = openTabs(2);
  const [left, right] = tabs;
  left.begin();
  const names = [namesOf(left.end([key('k', '/left.js')]))];
  right.discard();
  right.begin();
  names.push(namesOf(right.end([key('k')])));
  expect(names).toEqual([['k'], ['k']]);
});

it('counts what a tab sees between two pages for the next one, and waits for no tab that is gone', () => {
  const { tabs, isReady, namesOf } = openTabs(2);
  const [left, right] = tabs;
  left.begin();
  const first = left.end([key('k', '/left.js')]);
  right.begin();
  const second = right.end([key('k')]);
  expect([namesOf(first), namesOf(second)]).toEqual([['k'], []]);
  left.begin();
  right.begin();
  right.leave();
  expect(isReady(left.end())).toBe(true);
});
