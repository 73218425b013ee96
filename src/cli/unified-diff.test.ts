import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unifiedDiff } from './unified-diff.ts';

const lines = (...texts: string[]) => `${texts.join('\n')}\n`;
const letters = [...'abcdefghijklmnopqrst'];

it('tells nothing where nothing changes', () => {
  expect(unifiedDiff(lines('a', 'b'), lines('a', 'b'), 'file')).toBe('');
});

it('tells each change with three lines around it, and puts close ones together', () => {
  const after = letters.map((letter) => (letter === 'c' || letter === 'g' ? letter.toUpperCase() : letter));
  expect(unifiedDiff(lines(...letters), lines(...after), 'x.json').split('\n')).toEqual([
    '--- x.json',
    '+++ x.json',
    '@@ -1,10 +1,10 @@',
    ...[' a', ' b', '-c', '+C', ' d', ' e', ' f', '-g', '+G', ' h', ' i', ' j'],
  ]);
});

it('says where a file has no line break at its end', () => {
  expect(unifiedDiff('{}', '{}\n', 'x').split('\n').slice(2)).toEqual([
    '@@ -1,1 +1,1 @@',
    '-{}',
    '\\ No newline at end of file',
    '+{}',
  ]);
});

it('tells changes far apart by themselves', () => {
  const after = ['new', ...letters.slice(0, -1)];
  const hunks = unifiedDiff(lines(...letters), lines(...after), 'x').match(/^@@.*$/gm);
  expect(hunks).toEqual(['@@ -1,3 +1,4 @@', '@@ -17,4 +18,3 @@']);
});

it('is what "git apply" takes, whatever changes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'avowal-diff-'));
  const file = join(folder, 'x.json');
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '{', '}'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const diff = unifiedDiff(lines(...before), lines(...after), 'x.json');
      writeFileSync(file, lines(...before));
      if (diff)
        execFileSync('git', ['apply', '-p0', '--unidiff-zero', '-'], { cwd: folder, input: `${diff}\n` });
      expect(readFileSync(file, 'utf8')).toBe(lines(...after));
    }),
    { numRuns: 25 },
  );
  rmSync(folder, { recursive: true });
});
