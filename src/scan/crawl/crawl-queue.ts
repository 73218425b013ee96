import { isFollowable, isSameSite, normalizeUrl } from './page-url.ts';
import { createTemplatePool } from './template-pool.ts';

/**
 * Pages of one site in the order in which they are visited. Pages are chosen by template, a fixed number of them ahead of
 * the last one that was visited in order: the same links give the same order, however many are open at once.
 */
export interface CrawlQueue {
  /** Adds pages that the person named: rules for links do not apply to them. */
  addFirst(urls: readonly string[]): void;
  addLinks(urls: readonly string[]): void;
  /** The next page in order has been visited, and had these links. */
  visited(links: readonly string[]): void;
  /** Address of the page at this place, from 0. */
  at(index: number): string | undefined;
  /** Pages known, at most the limit. */
  size(): number;
}

/** Calendars and filters have a page for every query: some are enough. */
const MOST_QUERIES_PER_PATH = 10;

/** Links remembered at most: memory must not be the site's to fill. */
const MOST_KNOWN = 50_000;

/** Pages chosen ahead of the last one that was visited in order: links compete from the next choice on. More than usual numbers of tabs. */
const CHOSEN_AHEAD = 12;

/** Makes a queue of at most `limit` pages; `isAllowed` is what robots.txt says. */
export function createCrawlQueue(
  site: string,
  limit: number,
  isAllowed: (url: string) => boolean,
): CrawlQueue {
  const pages: string[] = [];
  const known = new Set<string>();
  const queries = new Map<string, number>();
  const pool = createTemplatePool();
  let visits = 0;

  function choose(): void {
    const end = Math.min(limit, visits + CHOSEN_AHEAD);
    while (pages.length < end) {
      const url = pool.take();
      if (url === undefined) return;
      pages.push(url);
    }
  }

  function addLinks(urls: readonly string[]): void {
    for (const text of urls) {
      const url = normalizeUrl(text);
      if (!url || known.has(url) || known.size >= MOST_KNOWN) continue;
      if (!isSameSite(url, site) || !isFollowable(url) || !isAllowed(url)) continue;
      const { pathname, search } = new URL(url);
      const count = (queries.get(pathname) ?? 0) + 1;
      if (search && count > MOST_QUERIES_PER_PATH) continue;
      if (search) queries.set(pathname, count);
      known.add(url);
      pool.add(url);
    }
  }

  return {
    addFirst(urls) {
      for (const text of urls) {
        const url = normalizeUrl(text);
        if (!url || known.has(url) || pages.length >= limit) continue;
        known.add(url);
        pages.push(url);
        pool.count(url);
      }
    },
    addLinks,
    visited(links) {
      addLinks(links);
      visits += 1;
      choose();
    },
    at: (index) => pages[index],
    size: () => Math.min(limit, pages.length + pool.size()),
  };
}
