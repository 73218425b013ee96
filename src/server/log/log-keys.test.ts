import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { loadLogKeys, rotateLogKey } from './log-keys.ts';
import { formatVerifierKey } from './verifier-key.ts';

describe('The keys of the log', () => {
  it('are made once, and only their owner may read them', () => {
    const folder = temporaryFolder();
    const keys = loadLogKeys(folder);
    expect(keys.origin).toMatch(/^avowal-log-[0-9a-f]{16}$/);
    expect(keys.verifierKeys).toEqual([keys.signer.verifierKey]);
    expect(loadLogKeys(folder).verifierKeys).toEqual(keys.verifierKeys);
    expect(statSync(join(folder, 'log-keys.json')).mode & 0o777).toBe(0o600);
    expect(loadLogKeys(temporaryFolder()).origin).not.toBe(keys.origin);
  });

  it('keep only the public part of a key that was replaced', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'log-keys.json');
    const { verifierKeys: before, secret } = loadLogKeys(folder);
    const { privateKey: oldSecret } = JSON.parse(readFileSync(file, 'utf8'));
    const { verifierKeys: after } = rotateLogKey(folder);
    expect(after.slice(1)).toEqual(before);
    // Scripts in caches of browsers are signed with it.
    expect(loadLogKeys(folder).secret).toBe(secret);
    expect(formatVerifierKey(after[0] as never)).not.toBe(formatVerifierKey(before[0] as never));
    expect(readFileSync(file, 'utf8')).not.toContain(oldSecret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'key'],
    ['no private key', JSON.stringify({ origin: 'a', privateKey: 'AAAA', keys: [] })],
    ['a strange public key', JSON.stringify({ origin: 'a', privateKey: 'AAAA', keys: [{ key: 'a+b+c' }] })],
    ['another shape', '[]'],
  ])('are not made anew over a file with %s', (_, content) => {
    const folder = temporaryFolder();
    const file = join(folder, 'log-keys.json');
    writeFileSync(file, content);
    expect(() => loadLogKeys(folder)).toThrow(expect.objectContaining({ code: 'LOG_KEYS_INVALID' }));
    expect(readFileSync(file, 'utf8')).toBe(content);
  });
});
