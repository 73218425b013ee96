import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonProblem } from './find-json-problem.ts';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('findJsonProblem', () => {
  it.each([
    ['{"a": 1,}', 8, 'a key in double quotes'],
    ['[1, 2,]', 6, 'a value is expected'],
    ['{"a" 1}', 5, 'a colon'],
    ['{"a": tru}', 6, 'a value'],
    ["{'a': 1}", 1, 'a key in double quotes or }'],
    ['{"a": 1} x', 9, 'nothing more'],
    ['{"a": "x\ny"}', 6, 'a value'],
    ['[1 2]', 3, 'a comma or ]'],
    ['{"a": [1}', 8, 'a comma or ]'],
    ['', 0, 'the text ends'],
    ['{"a": {', 7, 'the text ends'],
  ])('%j breaks at offset %i', (text, offset, problem) => {
    expect(findJsonProblem(text)).toMatchObject({ offset, problem: expect.stringContaining(problem) });
  });

  it('finds a key that stands twice in one object, also when it is spelled otherwise', () => {
    expect(findJsonProblem('{"a": 1, "b": {"a": 2}, "\\u0061": 3}')).toMatchObject({
      offset: 24,
      problem: expect.stringContaining('twice'),
    });
    expect(findJsonProblem('[{"a": 1}, {"a": 1}]')).toBeUndefined();
  });

  it('accepts every JSON text', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
        expect(findJsonProblem(JSON.stringify(JSON.parse(text), null, indent))).toBeUndefined();
      }),
    );
  });

  it('says no exactly where JSON.parse does, on broken texts', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b',
      '1',
      '-',
      '1e',
      'null',
      ' ',
      '\\',
      '\u00a0',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        const problem = findJsonProblem(text);
        if (problem?.problem.endsWith('stands twice')) return;
        expect(problem === undefined).toBe(isJson(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('takes a million open brackets without overflowing the stack', () => {
    expect(findJsonProblem('['.repeat(1_000_000))).toMatchObject({ offset: 1_000_000 });
  });

  it('takes a text of 4 MB, plain or full of escapes', () => {
    expect(findJsonProblem(`"${'a'.repeat(4_000_000)}"`)).toBeUndefined();
    expect(findJsonProblem(`"${'\\n'.repeat(2_000_000)}"`)).toBeUndefined();
  });
});
