import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AvowalError } from '../../model/errors.ts';
import { LOCALE_TAGS } from '../locale.ts';
import { loadConfig, parseConfig } from './parse-config.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const codeOf = (text: string): string => {
  try {
    parseConfig(text, 'a.json');
    return 'none';
  } catch (error) {
    return error instanceof AvowalError ? error.code : `${error}`;
  }
};
const withChange = (change: object) => JSON.stringify({ ...SMALL_CONFIG, ...change });

describe('parseConfig', () => {
  it('reads a configuration as it is written', () => {
    expect(parseConfig(withChange({}), 'a.json')).toEqual(SMALL_CONFIG);
  });

  it('takes every language that there is', () => {
    expect(codeOf(withChange({ locales: LOCALE_TAGS }))).toBe('none');
  });

  it.each([
    ['broken JSON', '{', 'CONFIG_SYNTAX'],
    ['an empty file', '', 'CONFIG_SYNTAX'],
    ['a key that stands twice', '{"site": 1, "site": 2}', 'CONFIG_SYNTAX'],
    ['10 MB', withChange({ description: 'x'.repeat(10_000_000) }), 'CONFIG_SYNTAX'],
    ['deep nesting', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'CONFIG_INVALID'],
    [
      'deep nesting in a known place',
      withChange({ services: JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) }),
      'CONFIG_INVALID',
    ],
    ['no configuration', '[]', 'CONFIG_INVALID'],
    ['an unknown key', withChange({ colour: 'red' }), 'CONFIG_INVALID'],
    ['a prototype key', withChange({}).replace('{', '{"__proto__": {"services": []},'), 'CONFIG_INVALID'],
    ['a reference to nothing', withChange({ locales: ['tlh'] }), 'CONFIG_INVALID'],
    [
      'an unlawful setting among invalid ones',
      withChange({ colour: 'red', notice: { cookieWall: true } }),
      'CONFIG_UNLAWFUL',
    ],
  ])('refuses %s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('does not let a prototype key reach any object', () => {
    codeOf(withChange({}).replace('{', '{"__proto__": {"polluted": true},'));
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('loadConfig', () => {
  it('reads a file', () => {
    const file = join(folder, 'good.json');
    writeFileSync(file, withChange({}));
    expect(loadConfig(file)).toEqual(SMALL_CONFIG);
  });

  it('says how to make a file that is missing, and what is wrong with a folder', () => {
    expect(() => loadConfig(join(folder, 'none.json'))).toThrow('There is no configuration at');
    expect(() => loadConfig(folder)).toThrow(/the file cannot be read: EISDIR/);
  });
});
