import { describe, expect, it } from 'vitest';
import { missingCookies, randomId } from './demo-cookie.ts';

const LOCAL = { kind: 'local', port: 4080 } as const;
const REAL = { kind: 'real' } as const;
const LASTING = { name: 'a', value: '1', domain: 'kopano.com', maxAge: 60, httpOnly: true };
const THIRD = { name: 'b', value: '2', crossSite: true };

describe('missingCookies', () => {
  it('writes a cookie of the site itself, secure where it is asked over TLS', () => {
    expect(missingCookies(new Map(), REAL, [LASTING])).toEqual([
      'a=1; Path=/; Domain=kopano.com; Max-Age=60; HttpOnly; Secure; SameSite=Lax',
    ]);
    expect(missingCookies(new Map(), LOCAL, [LASTING])).toEqual([
      'a=1; Path=/; Domain=kopano.com.localhost; Max-Age=60; HttpOnly; SameSite=Lax',
    ]);
  });

  it('writes a third party’s cookie secure in both modes, or no browser would take it', () => {
    const expected = ['b=2; Path=/; Secure; SameSite=None'];
    expect(missingCookies(new Map(), REAL, [THIRD])).toEqual(expected);
    expect(missingCookies(new Map(), LOCAL, [THIRD])).toEqual(expected);
  });

  it('leaves out what the browser has already', () => {
    expect(missingCookies(new Map([['a', '']]), REAL, [LASTING])).toEqual([]);
  });
});

describe('randomId', () => {
  it('is hex of the length asked for, and never the same', () => {
    expect(randomId(8)).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set(Array.from({ length: 100 }, () => randomId())).size).toBe(100);
  });
});
