import { expect, it } from 'vitest';
import { createCrawlQueue } from './crawl-queue.ts';

const SITE = 'https://a.example/';
const list = (queue: ReturnType<typeof createCrawlQueue>) =>
  Array.from({ length: queue.size() }, (_, index) => queue.at(index)?.slice(SITE.length));

it('keeps the order of links, each once, and never more than the limit', () => {
  const queue = createCrawlQueue(SITE, 3, () => true);
  queue.addFirst([SITE]);
  queue.addLinks([`${SITE}b`, `${SITE}a`, `${SITE}b#x`, `${SITE}c`]);
  expect(list(queue)).toEqual(['', 'b', 'a']);
  expect(queue.at(3)).toBeUndefined();
});

it('visits what a person named although robots.txt or the rules for links say no', () => {
  const queue = createCrawlQueue(SITE, 9, () => false);
  queue.addFirst([`${SITE}private`, 'https://other.example/logout']);
  queue.addLinks([`${SITE}a`]);
  expect(queue.size()).toBe(2);
});

it('takes ten queries of one path, so that a calendar does not eat the limit', () => {
  const queue = createCrawlQueue(SITE, 100, () => true);
  queue.addLinks(Array.from({ length: 50 }, (_, day) => `${SITE}calendar?day=${day}`));
  queue.addLinks([`${SITE}about`]);
  expect(queue.size()).toBe(11);
});
