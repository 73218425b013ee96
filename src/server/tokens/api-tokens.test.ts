import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createToken, findToken, readTokens, revokeToken } from './api-tokens.ts';

const FACTS = { name: 'Report', site: 'shop', scopes: ['statistics'] } as const;

describe('The tokens of a server', () => {
  it('are shown once and kept as a hash that only the owner of the folder reads', () => {
    const folder = temporaryFolder();
    const { token, kept } = createToken(folder, FACTS);
    const file = join(folder, 'api-tokens.json');
    expect(readFileSync(file, 'utf8')).not.toContain(token);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(findToken(folder, token)).toEqual(kept);
    expect(kept).toMatchObject(FACTS);
  });

  it('are none but those: not a part of one, not another one, not nothing', () => {
    const folder = temporaryFolder();
    const { token } = createToken(folder, FACTS);
    for (const other of ['', 'avowal_', token.slice(0, -1), `${token}x`, token.toUpperCase()])
      expect(findToken(folder, other)).toBeUndefined();
    expect(findToken(temporaryFolder(), token)).toBeUndefined();
  });

  it('stop to count when they are revoked, one by one', () => {
    const folder = temporaryFolder();
    const [one, two] = [createToken(folder, FACTS), createToken(folder, { ...FACTS, site: null })];
    expect(revokeToken(folder, one.kept.id)).toBe(true);
    expect(findToken(folder, one.token)).toBeUndefined();
    expect(readTokens(folder)).toEqual([two.kept]);
    expect(revokeToken(folder, one.kept.id)).toBe(false);
  });

  it.each(['', '{}', '[{"id":"a"}]', 'null'])('open nothing where their file holds %j', (text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'api-tokens.json'), text);
    expect(() => findToken(folder, 'avowal_x')).toThrow(expect.objectContaining({ code: 'TOKENS_INVALID' }));
  });
});
