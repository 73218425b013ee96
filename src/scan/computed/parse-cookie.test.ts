import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCookie } from './parse-cookie.ts';

const URL_ = new URL('https://www.example.org/shop/cart');
const NOW = Date.UTC(2026, 10, 23);
const parse = (text: string) => parseCookie(text, URL_, NOW);

describe('parseCookie', () => {
  it('reads every attribute', () => {
    expect(
      parse('a=b; Domain=.Example.org; Path=/x; Max-Age=60; Secure; HttpOnly; SameSite=lax; Partitioned'),
    ).toEqual({
      name: 'a',
      value: 'b',
      host: 'example.org',
      lifetimeSeconds: 60,
      attributes: { path: '/x', secure: true, httpOnly: true, sameSite: 'Lax', partitioned: true },
    });
  });

  it('takes host and directory of the URL where nothing is said', () => {
    expect(parse('a=b')).toMatchObject({
      host: 'www.example.org',
      lifetimeSeconds: null,
      attributes: { path: '/shop' },
    });
  });

  it('lets Max-Age win over Expires, and cuts at 400 days (RFC 6265bis)', () => {
    expect(parse('a=b; Expires=Tue, 24 Nov 2026 00:00:00 GMT')?.lifetimeSeconds).toBe(86_400);
    expect(parse('a=b; Expires=Tue, 24 Nov 2026 00:00:00 GMT; Max-Age=5')?.lifetimeSeconds).toBe(5);
    expect(parse('a=b; Max-Age=999999999')?.lifetimeSeconds).toBe(400 * 86_400);
    expect(parse('a=; Max-Age=-1')?.lifetimeSeconds).toBe(-1);
    expect(parse('a=b; Expires=someday; Max-Age=x')?.lifetimeSeconds).toBeNull();
  });

  it('takes a text without a name as a value, and ignores an empty one', () => {
    expect(parse('just-a-value')).toMatchObject({ name: '', value: 'just-a-value' });
    expect(parse('=x')).toMatchObject({ name: '', value: 'x' });
    expect(parse('; Secure')).toBeUndefined();
  });

  it('keeps signs of equality in the value', () => {
    expect(parse('a=b=c==')).toMatchObject({ name: 'a', value: 'b=c==' });
  });

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cookie = parse(text);
        expect(cookie === undefined || cookie.attributes.path.startsWith('/')).toBe(true);
      }),
    );
  });
});
