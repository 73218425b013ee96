import { expect, test } from 'vitest';
import { fillPhrase, link } from './policy-document.ts';

test.each(['https://a.example/x?y#z', 'http://a.example', 'mailto:a@b.example', '/privacy', '#contact'])(
  'leads to %s',
  (href) => {
    expect(link('text', href)).toEqual({ type: 'link', text: 'text', href });
  },
);

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  '//evil.example/',
  '/\\evil.example/',
  'https://a.example/ x',
  'ftp://a.example',
  '',
])('does not lead to %j', (href) => {
  expect(link('text', href)).toBe('text');
});

test('puts running text where the sentence of a language has its place', () => {
  const here = link('here', '/x');
  expect(fillPhrase('See {page}.', { page: [here] })).toEqual(['See ', here, '.']);
  expect(fillPhrase('{page} を見る', { page: [here, ', ', here] })).toEqual([here, ', ', here, ' を見る']);
  expect(fillPhrase('No {constructor}, no {page}', {})).toEqual(['No ', ', no ']);
  expect(fillPhrase('', {})).toEqual([]);
});
