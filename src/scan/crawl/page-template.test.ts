import { expect, it } from 'vitest';
import { templateOf } from './page-template.ts';

const shape = (path: string) => templateOf(`https://a.example${path}`).shape;

it.each([
  ['titles in words', '/blog/why-we-ask', '/blog/how_we_ask'],
  ['numbers', '/article/17', '/article/4711'],
  ['dates and ends of files', '/2026/11/24/news.html', '/2025/01/02/news.php'],
  ['codes', '/p/B07XJ8C8F5', '/p/B08N5WRWNW'],
  ['values of parameters in any order', '/list?page=2&sort=up', '/list?sort=down&page=3'],
  ['letters outside ASCII', '/wissen/%C3%BCbersicht', '/wissen/%C3%A4pfel'],
])('takes pages that differ by %s for one template', (_, one, other) => {
  expect(shape(one)).toBe(shape(other));
});

it.each([
  ['words', '/about', '/contact'],
  ['depth', '/blog', '/blog/a-title'],
  ['section', '/blog/a-title', '/shop/a-thing'],
  ['parameters', '/', '/?cat=1'],
])('takes pages that differ by %s for two', (_, one, other) => {
  expect(shape(one)).not.toBe(shape(other));
});

it('knows the section of a page', () => {
  expect(templateOf('https://a.example/shop/chairs/a-chair').section).toBe('shop');
  expect(templateOf('https://a.example/').section).toBe('');
});
