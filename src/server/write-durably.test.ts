import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { writeDurably } from './write-durably.ts';

describe('A file that is written durably', () => {
  it('is its owner’s only, and nothing is left beside it', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'secret');
    writeDurably(file, 'content', { replace: false });
    expect(readFileSync(file, 'utf8')).toBe('content');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secret']);
  });

  it.each([
    [false, 'first'],
    [true, 'second'],
  ])('is replaced only where that is wanted: %s', (replace, content) => {
    const file = join(temporaryFolder(), 'secret');
    writeDurably(file, 'first', { replace: false });
    writeDurably(file, 'second', { replace });
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('is an error where it cannot be', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => writeDurably(join(file, 'below'), '', { replace: false })).toThrow(
      expect.objectContaining({ code: 'WRITE_FAILED' }),
    );
  });
});
