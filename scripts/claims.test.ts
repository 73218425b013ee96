import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What people read of Avowal. The list of rules names what must not be said, so it is left out. */
const TEXTS = globSync([
  'README.md',
  'docs/*.md',
  'examples/*.md',
  'demo/**/*.{md,ts}',
  'src/knowledge/locales/*.json',
  'src/cli/**/*.ts',
  'src/server/dashboard/*.ts',
]).filter((file) => file !== 'docs/rules.md');

describe.each([
  ['REG-IN-002 a Consent Manager in the sense of India’s law', /consent manager/i],
  ['GCM-009 certified by Google', /google[- ]certified|(is|are) certified by google/i],
  ['registered with IAB', /iab[- ]registered|(is|are) registered (with|at) (the )?iab/i],
  ['a guarantee that the law is kept', /(gdpr|ccpa|eprivacy)[- ]compliant|fully compliant/i],
])('%s', (_, claim) => {
  it('is not claimed in any text that people read', () => {
    expect(TEXTS.length).toBeGreaterThan(50);
    expect(TEXTS.filter((file) => claim.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
