import { expect, it } from 'vitest';
import { hasGpcHeader } from './has-gpc-header.ts';

it.each([['1'], [' 1 '], ['0, 1']])('US-GPC-003: "Sec-GPC: %s" is an opt-out', (value) => {
  expect(hasGpcHeader(new Headers({ 'sec-gpc': value }))).toBe(true);
});

it.each([['0'], ['true'], ['?1'], ['"1"'], ['1;x'], ['01'], ['1.0'], ['']])(
  'US-GPC-003: "Sec-GPC: %s" is ignored',
  (value) => {
    expect(hasGpcHeader(new Headers({ 'sec-gpc': value }))).toBe(false);
  },
);

it('US-GPC-003: two headers, one of which is "1", are an opt-out; none is none', () => {
  const two = new Headers({ 'sec-gpc': 'true' });
  two.append('sec-gpc', '1');
  expect(hasGpcHeader(two)).toBe(true);
  expect(hasGpcHeader(new Headers())).toBe(false);
});
