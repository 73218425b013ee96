import { isFollowable, isSameSite, normalizeUrl } from './page-url.ts';

/** Pages of one site in the order in which they are found: the same links give the same order. */
export interface CrawlQueue {
  /** Adds pages that the person named: rules for links do not apply to them. */
  addFirst(urls: readonly string[]): void;
  addLinks(urls: readonly string[]): void;
  /** Address of the page at this place, from 0. */
  at(index: number): string | undefined;
  /** Pages known, at most the limit. */
  size(): number;
}

/** Calendars and filters have a page for every query: some are enough. */
const MOST_QUERIES_PER_PATH = 10;

/** Makes a queue of at most `limit` pages; `isAllowed` is what robots.txt says. */
export function createCrawlQueue(
  site: string,
  limit: number,
  isAllowed: (url: string) => boolean,
): CrawlQueue {
  const pages: string[] = [];
  const known = new Set<string>();
  const queries = new Map<string, number>();

  function add(url: string): void {
    if (known.has(url) || pages.length >= limit) return;
    known.add(url);
    pages.push(url);
  }

  return {
    addFirst(urls) {
      for (const text of urls) {
        const url = normalizeUrl(text);
        if (url) add(url);
      }
    },
    addLinks(urls) {
      for (const text of urls) {
        const url = normalizeUrl(text);
        if (!url || known.has(url) || !isSameSite(url, site) || !isFollowable(url) || !isAllowed(url))
          continue;
        const { pathname, search } = new URL(url);
        const count = (queries.get(pathname) ?? 0) + 1;
        if (search && count > MOST_QUERIES_PER_PATH) continue;
        if (search) queries.set(pathname, count);
        add(url);
      }
    },
    at: (index) => pages[index],
    size: () => pages.length,
  };
}
