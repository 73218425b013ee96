import { expect, it } from 'vitest';
import { hasGpcHeader } from './has-gpc-header.ts';

it.each([['1'], [' 1 '], ['0, 1']])('US-GPC-003: "Sec-GPC: %s" is an opt-out', (value) => {
  expect(hasGpcHeader({ 'sec-gpc': value })).toBe(true);
});

it.each([['0'], ['true'], ['?1'], ['"1"'], ['1;x'], ['01'], ['1.0'], ['']])(
  'US-GPC-003: "Sec-GPC: %s" is ignored',
  (value) => {
    expect(hasGpcHeader({ 'sec-gpc': value })).toBe(false);
  },
);

it('US-GPC-003: two headers, one of which is "1", are an opt-out; none is none', () => {
  expect(hasGpcHeader({ 'sec-gpc': 'true, 1' })).toBe(true);
  expect(hasGpcHeader({})).toBe(false);
});
