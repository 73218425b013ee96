import { expect, it } from 'vitest';
import { clip, printTable } from './print-table.ts';

it('puts cells under each other, colour codes not counted, without trailing blanks', () => {
  expect(
    printTable(
      [
        ['a', 'b'],
        ['\u001b[1mlong\u001b[22m', ''],
        ['x', 'y'],
      ],
      '  ',
    ),
  ).toBe('  a     b\n  \u001b[1mlong\u001b[22m\n  x     y');
});

it('cuts what is too long, by characters and not by code units', () => {
  expect(clip('abcdef', 4)).toBe('abc…');
  expect(clip('abcd', 4)).toBe('abcd');
  expect(clip('😀😀😀', 2)).toBe('😀…');
});
