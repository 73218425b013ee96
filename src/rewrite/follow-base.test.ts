import { expect, it } from 'vitest';
import { followBase } from './follow-base.ts';

const PAGE = 'https://example.org/shop/';
const base = (value: string) => ['base', [{ name: 'href', value }]] as const;

it('is the page until a base is named', () => {
  const follow = followBase(PAGE);
  expect(follow('img', [{ name: 'href', value: 'https://a.test/' }])).toBe(PAGE);
  expect(follow('base', [{ name: 'target', value: '_blank' }])).toBe(PAGE);
  expect(follow(...base('//a.test/x/'))).toBe('https://a.test/x/');
  expect(follow('img', [])).toBe('https://a.test/x/');
});

it('is the first base with an address, relative to the page', () => {
  const follow = followBase(PAGE);
  expect(follow(...base('../en/'))).toBe('https://example.org/en/');
  expect(follow(...base('https://b.test/'))).toBe('https://example.org/en/');
});

it.each(['http://[broken', 'data:text/html,x', 'javascript:0'])('stays the page for %s', (href) => {
  expect(followBase(PAGE)(...base(href))).toBe(PAGE);
});
