import { expect, it } from 'vitest';
import { pageUrl } from './page-url.ts';
import { RUNTIME_CONFIG } from './testing/runtime-config.ts';

it.each([
  ['shop.example.org:8080', '/a?b', 'https://shop.example.org:8080/a?b'],
  ['other.test', '/a', 'https://example.org/a'],
  [undefined, '/a', 'https://example.org/a'],
  ['example.org', '//stats.test/a', 'https://example.org//stats.test/a'],
  ['example.org', '/\\stats.test/a', 'https://example.org//stats.test/a'],
  ['example.org', 'http://stats.test/a', 'https://example.org/a'],
  ['example.org', '*', 'https://example.org/'],
])('a page asked for from %s as %s stands at %s', (host, path, url) => {
  expect(pageUrl(RUNTIME_CONFIG, host, path)).toBe(url);
});
