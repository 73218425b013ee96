import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSameSecret, loadAccessKey } from './access-key.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

describe('The access key', () => {
  it('is made once, and kept where only its owner can read it', () => {
    const folder = temporaryFolder();
    const first = loadAccessKey(folder);
    expect(first.key).toMatch(/^[\w-]{32}$/);
    expect(loadAccessKey(folder)).toEqual(first);
    expect(statSync(join(folder, 'access-key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'access-key'), 'utf8')).toBe(first.key);
  });

  it('is another one for every server, and is not given away by the cookie', () => {
    const [one, two] = [loadAccessKey(temporaryFolder()), loadAccessKey(temporaryFolder())];
    expect(one.key).not.toBe(two.key);
    expect(one.cookie).not.toBe(two.cookie);
    expect(one.cookie).not.toContain(one.key);
  });

  it('an emptied file opens nothing', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'access-key'), '');
    expect(() => loadAccessKey(folder)).toThrow(/holds no key/);
  });

  it('is compared as a whole', () => {
    expect(isSameSecret('abc', 'abc')).toBe(true);
    for (const wrong of [undefined, '', 'ab', 'abcd', 'abd']) expect(isSameSecret(wrong, 'abc')).toBe(false);
  });
});
