import { expect, it } from 'vitest';
import { followBase } from './follow-base.ts';

const PAGE = 'https://example.org/shop/';
const base = (value: string) => [{ name: 'href', value }];

it('is the page until a base is named', () => {
  const followed = followBase(PAGE);
  followed.see([{ name: 'target', value: '_blank' }]);
  expect(followed.base).toBe(PAGE);
  followed.see(base('//a.test/x/'));
  expect(followed.base).toBe('https://a.test/x/');
});

it('is the first base with an address, relative to the page', () => {
  const followed = followBase(PAGE);
  followed.see(base('../en/'));
  followed.see(base('https://b.test/'));
  expect(followed.base).toBe('https://example.org/en/');
});

it.each(['http://[broken', 'data:text/html,x', 'javascript:0'])('stays the page for %s', (href) => {
  const followed = followBase(PAGE);
  followed.see(base(href));
  expect(followed.base).toBe(PAGE);
});
