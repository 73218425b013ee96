import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findLocale } from '../locale.ts';

const SOURCES = globSync('src/{client/ui,knowledge,policy,server}/**/*.ts', {
  exclude: (path) => String(path).endsWith('.test.ts'),
}).map((path) => readFileSync(path, 'utf8'));

/** A text is read as `texts.<key>` or `notice.<key>`, picked by its name, or taken out of a locale's notice. */
const isUsed = (key: string) =>
  SOURCES.some((source) =>
    new RegExp(String.raw`(texts|notice)\.${key}\b|'${key}'|\b${key}\b[^{}]*\} = .*\.notice;`).test(source),
  );

describe('the texts of the notice', () => {
  it.each(Object.keys(findLocale('en').notice))('are shown to somebody: %s', (key) => {
    expect(isUsed(key)).toBe(true);
  });

  it('would be missed', () => {
    expect(isUsed('shownToNobody')).toBe(false);
  });
});
