import type { Observation } from '../observation.ts';
import type { CookieLedger, EndedBook } from './cookie-ledger.ts';
import { layToWriters } from './lay-to-writers.ts';
import type { PageTake } from './start-session.ts';

/** A page that has ended, before it is known what of all that its tab saw is its own doing. */
export interface EndedPage {
  readonly take: PageTake;
  readonly book: EndedBook;
  /** When the page before it in its tab ended, in the one order of all beginnings and ends. */
  readonly since: number;
  readonly ended: number;
}

/** Tells apart what pages did that were open at the same time, in tabs of one visitor: they share the jar and the storage. */
export interface PageSettler {
  /** A tab is there: from now on it sees what others do. */
  join(tab: object): void;
  /** A tab opens a page. */
  begin(tab: object): void;
  end(tab: object, take: PageTake, book: EndedBook): EndedPage;
  /** What the tab saw so far does not count. */
  discard(tab: object): void;
  /** No page comes any more in this tab. */
  leave(tab: object): void;
  /** Whether all pages have ended that were open beside this one. */
  isReady(page: EndedPage): boolean;
  /** What is the page's own; asked in the order of pages. */
  settle(page: EndedPage): PageTake;
}

interface Remembered {
  readonly page: EndedPage;
  /** What it was found to have stored. */
  settled?: readonly Observation[];
}

const overlap = (a: EndedPage, b: EndedPage) => a.since < b.ended && b.since < a.ended;

/** Makes one for the tabs of one visitor. */
export function createPageSettler(ledger: CookieLedger): PageSettler {
  let clock = 0;
  const sinces = new Map<object, number>();
  const open = new Set<object>();
  let recent: Remembered[] = [];

  const sinceOf = (tab: object) => sinces.get(tab) ?? clock;
  const pause = (tab: object) => {
    open.delete(tab);
    sinces.set(tab, ++clock);
  };
  /** Nothing that comes from now on was open beside pages that ended before this. */
  const floor = () =>
    Math.min(...sinces.values(), ...recent.filter(({ settled }) => !settled).map(({ page }) => page.since));

  return {
    join: (tab) => void sinces.set(tab, sinceOf(tab)),
    begin: (tab) => void open.add(tab),
    end(tab, take, book) {
      const since = sinceOf(tab);
      pause(tab);
      const page = { take, book, since, ended: clock };
      recent.push({ page });
      return page;
    },
    discard: pause,
    leave(tab) {
      open.delete(tab);
      sinces.delete(tab);
    },
    isReady: ({ ended }) => [...open].every((tab) => sinceOf(tab) >= ended),
    settle(page) {
      const others = recent.filter((one) => one.page !== page);
      const cookies = ledger.settle(
        page.book,
        others.map((one) => one.page.book),
      );
      const beside = others.filter((one) => overlap(one.page, page));
      const observations = layToWriters([...page.take.observations, ...cookies], {
        before: beside.flatMap(({ settled }) => settled ?? []),
        beside: beside.flatMap((one) => (one.settled ? [] : one.page.take.observations)),
      });
      const own = recent.find((one) => one.page === page);
      if (own) own.settled = observations;
      const end = floor();
      recent = recent.filter((one) => !one.settled || one.page.ended > end);
      return { ...page.take, observations };
    },
  };
}
