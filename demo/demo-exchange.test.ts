import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCookies } from './demo-exchange.ts';

const token = fc.stringMatching(/^[a-zA-Z0-9_.-]{1,12}$/);
const value = fc.stringMatching(/^[a-zA-Z0-9=|~:]{0,12}$/);

describe('readCookies', () => {
  it('reads every pair of a header', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(token, value), { selector: ([name]) => name }), (pairs) => {
        const header = pairs.map(([name, text]) => `${name}=${text}`).join('; ');
        expect([...readCookies(header)]).toEqual(pairs);
      }),
    );
  });

  it('takes the first of two with one name', () => {
    expect(readCookies('a=1; a=2').get('a')).toBe('1');
  });

  it('never throws, and leaves out what has no name', () => {
    expect([...readCookies(undefined)]).toEqual([]);
    expect([...readCookies('=x; ; lonely; a=b=c')]).toEqual([['a', 'b=c']]);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', ' ', ';', 'a') }), (header) => {
        expect(readCookies(header).has('')).toBe(false);
      }),
    );
  });
});
