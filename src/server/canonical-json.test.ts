import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

const shuffled = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shuffled);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, shuffled(member)]),
  );
};

describe('Canonical JSON', () => {
  it('sorts members by UTF-16 code units, as the example of RFC 8785 §3.2.3', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    );
  });

  it('leaves out what is undefined and all white space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x y' }], a: undefined })).toBe(
      '{"b":[1,{"c":"x y","d":null}]}',
    );
  });

  it('is JSON with the same data, whatever order the members had', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const data = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(data))).toEqual(data);
        expect(canonicalJson(shuffled(data))).toBe(canonicalJson(data));
      }),
    );
  });
});
