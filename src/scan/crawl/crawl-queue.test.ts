import { expect, it } from 'vitest';
import { createCrawlQueue } from './crawl-queue.ts';

const SITE = 'https://a.example/';
type Queue = ReturnType<typeof createCrawlQueue>;

/** Visits all pages in order and tells their paths; `links` is what each page leads to. */
function visitAll(queue: Queue, links: (path: string) => readonly string[] = () => []): string[] {
  const paths: string[] = [];
  for (let url = queue.at(0); url !== undefined; url = queue.at(paths.length)) {
    const path = url.slice(SITE.length);
    paths.push(path);
    queue.visited(links(path).map((link) => SITE + link));
  }
  return paths;
}

function open(limit: number, isAllowed = (_: string) => true): Queue {
  const queue = createCrawlQueue(SITE, limit, isAllowed);
  queue.addFirst([SITE]);
  return queue;
}

it('keeps the order of links, each once, and never more than the limit', () => {
  const queue = open(3);
  queue.addLinks([`${SITE}b`, `${SITE}a`, `${SITE}b#x`, `${SITE}c`]);
  expect(queue.size()).toBe(3);
  expect(visitAll(queue)).toEqual(['', 'b', 'a']);
});

it('visits what a person named although robots.txt or the rules for links say no', () => {
  const queue = createCrawlQueue(SITE, 9, () => false);
  queue.addFirst([`${SITE}private`, `${SITE}logout`]);
  queue.addLinks([`${SITE}a`]);
  expect(visitAll(queue)).toEqual(['private', 'logout']);
});

it('takes ten queries of one path, so that a calendar does not eat the limit', () => {
  const queue = open(100);
  queue.addLinks(Array.from({ length: 50 }, (_, day) => `${SITE}calendar?day=${day}`));
  queue.addLinks([`${SITE}about`]);
  expect(queue.size()).toBe(12);
});

it('visits every template before a second page of one: not the first links', () => {
  const articles = Array.from({ length: 40 }, (_, n) => `blog/article-${n}`);
  const things = Array.from({ length: 40 }, (_, n) => `shop/thing-${n}`);
  const found = visitAll(open(8), (path) =>
    path === '' ? [...articles, ...things, 'shop/cart', 'about', 'contact'] : [],
  );
  expect(found).toEqual([
    '',
    'blog/article-0',
    'shop/thing-0',
    'about',
    'contact',
    'blog/article-1',
    'shop/cart',
    'blog/article-2',
  ]);
});

it('lets a section with many templates push out no other', () => {
  const shop = Array.from(
    { length: 50 },
    (_, n) => `shop/kind${'abcdefghij'[n % 10]}/${'klmnopqrst'[n % 7]}`,
  );
  const found = visitAll(open(9), (path) =>
    path === '' ? [...shop, 'blog/one-title', 'blog/two-titles'] : [],
  );
  expect(found.filter((path) => path.startsWith('blog/'))).toHaveLength(2);
});

it('lets what is found later compete with what was found first', () => {
  const many = Array.from({ length: 60 }, (_, n) => `blog/article-${n}`);
  const found = visitAll(open(20), (path) =>
    path === '' ? many : path === 'blog/article-3' ? ['shop/a'] : [],
  );
  expect(found).toContain('shop/a');
});

it('chooses the same pages when a scan goes on that was interrupted anywhere', () => {
  const links = (path: string) =>
    Array.from({ length: 5 }, (_, n) => `${path}${'abc'[n % 3]}/${path.length}-${n}`);
  const whole = visitAll(open(40), links);
  expect(whole).toHaveLength(40);
  for (const at of [1, 2, 12, 13, 20, 39]) {
    const resumed = open(40);
    for (const path of whole.slice(0, at)) resumed.visited(links(path).map((link) => SITE + link));
    expect(
      Array.from({ length: 40 - at }, (_, n) => n + at).flatMap((index) => {
        const url = resumed.at(index);
        const path = url?.slice(SITE.length) ?? '';
        resumed.visited(links(path).map((link) => SITE + link));
        return path;
      }),
    ).toEqual(whole.slice(at));
  }
});
