import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

describe('parseJson', () => {
  it('names the file, the line and the column', () => {
    expect(() => parseJson('{\n  "site": {},\n  "purposes": [,]\n}', 'a.json')).toThrow(
      'a.json is not valid JSON: line 3, column 16: a value or ] is expected.',
    );
  });

  it('refuses a key that stands twice rather than dropping one silently', () => {
    expect(() => parseJson('{"a": 1,\n"a": 2}', 'a.json')).toThrow(
      'line 2, column 1: the key "a" stands twice.',
    );
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(parseJson('\uFEFF{"a": 1}', 'a.json')).toEqual({ a: 1 });
  });

  it('refuses 10 MB without reading them', () => {
    expect(() => parseJson(`"${'x'.repeat(10_000_000)}"`, 'a.json')).toThrow('it is larger than 4 MB.');
  });
});
