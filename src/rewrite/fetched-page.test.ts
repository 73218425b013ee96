import { expect, it } from 'vitest';
import { createFetchedRewriter, isFetched } from './fetched-page.ts';
import { createPageRewriter } from './page-rewriter.ts';
import { RUNTIME_CONFIG } from './testing/runtime-config.ts';

const CORE = '<script src="/c.js"></script>';
const PIXEL = '<img src="https://stats.test/p">';
const MARKED = '<img data-avowal-src="https://stats.test/p" data-avowal="stats">';

function rewrite(...chunks: string[]): string {
  const page = createFetchedRewriter((isDocument) =>
    createPageRewriter(RUNTIME_CONFIG, { script: isDocument ? CORE : '' }, true),
  );
  return chunks.map((chunk) => page.write(chunk)).join('') + page.end();
}

it.each([
  ['<!doctype html>', `<title>x</title>${PIXEL}`, `${CORE}<title>x</title>${MARKED}`],
  ['\n<HTML lang=en>', PIXEL, `${CORE}${MARKED}`],
  ['ï»¿<!DOCTYPE HTML PUBLIC "x"><head>', PIXEL, `${CORE}${MARKED}`],
  ['<head>', PIXEL, `${CORE}${MARKED}`],
])('a document that a script asks for has the core as any other: %j', (begin, page, rewritten) => {
  expect(rewrite(begin + page)).toBe(begin + rewritten);
  expect(rewrite(...begin, page)).toBe(begin + rewritten);
});

it.each([
  ['<tr><td>', '</td></tr>'],
  [' <header>', '</header>'],
  ['<!-- part -->', ''],
  ['<p>', ''],
])(
  'LAW-BLOCK-002 a piece of a page is marked, and has no core: it goes into a page that has it: %s',
  (begin, end) => {
    expect(rewrite(begin, PIXEL, end)).toBe(begin + MARKED + end);
  },
);

it.each(['{"html":"<p>a</p>"}', '["<head>"]', '0', 'OK <b>', '', ' ', '<', '\ufeff{}'])(
  'what begins with no tag passes as it is, such as JSON that PHP calls HTML: %j',
  (text) => {
    expect(rewrite(text)).toBe(text);
    expect(rewrite(...text)).toBe(text);
  },
);

it.each<[Record<string, string>, boolean]>([
  [{ 'sec-fetch-dest': 'empty' }, true],
  [{ 'x-requested-with': 'XMLHttpRequest' }, true],
  [{ 'sec-fetch-dest': 'document' }, false],
  [{ 'sec-fetch-dest': 'iframe' }, false],
  [{ 'sec-fetch-dest': 'empty', 'sec-purpose': 'prefetch' }, false],
  [{}, false],
])('a request with %j comes from a script: %s', (headers, expected) => {
  expect(isFetched((name) => headers[name])).toBe(expected);
});
