import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import schema from '../../model/config.schema.json' with { type: 'json' };
import { STANDARD_PURPOSES } from '../../model/purpose.ts';
import { signals } from './index.ts';

const ids = signals.map(({ id }) => id);
const code = globSync('../../client/signals/*.ts', { cwd: import.meta.dirname }).map((path) =>
  basename(path, '.ts'),
);

it('every signal has its code, its facts and its setting', () => {
  expect(code.sort()).toEqual(ids);
  expect(Object.keys(schema.properties.signals.properties).sort()).toEqual(ids);
});

describe.each(signals.map((signal) => [signal.id, signal] as const))('%s', (id, signal) => {
  it('bears the name of its file', () => {
    expect(globSync(`${id}.json`, { cwd: import.meta.dirname })).toHaveLength(1);
  });

  it('maps each kind of consent to a standard purpose, or to none', () => {
    if (signal.kinds === 'purposes') return;
    for (const standard of Object.values(signal.kinds))
      expect([...STANDARD_PURPOSES, null]).toContain(standard);
  });

  it('says what is told, what becomes of calls meanwhile, and by whose word', () => {
    for (const text of [...Object.values(signal.told), signal.waiting.how])
      expect(text.length).toBeGreaterThan(3);
    expect(signal.source).toMatch(/^https:\/\/\S+$/);
    for (const rule of signal.rules) expect(rule).toMatch(/^(GCM|VND)-[A-Z0-9-]+$/);
  });

  it('GCM-007: what it says of advertising never follows statistics', () => {
    for (const [kind, standard] of Object.entries(signal.kinds === 'purposes' ? {} : signal.kinds))
      if (/^ad|market|sale/i.test(kind)) expect(standard).toBe('marketing');
  });
});
