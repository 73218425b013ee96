import { describe, expect, it } from 'vitest';
import { choosePurpose } from './choose-purpose.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

describe('choosePurpose', () => {
  it.each([
    ['necessary', 'necessary', false],
    ['analytics', 'statistics', false],
    ['functional', 'commercial', false],
    [null, 'commercial', true],
  ] as const)('%s belongs to %s; a person must choose: %s', (standard, id, needsPerson) => {
    expect(choosePurpose(SMALL_CONFIG, standard)).toEqual({ id, needsPerson });
  });

  it('LAW-BLOCK-005: never lets analytics into a required purpose, whatever that claims to cover', () => {
    const purposes = SMALL_CONFIG.purposes
      .slice(0, 1)
      .map((purpose) => ({ ...purpose, covers: ['analytics' as const] }));
    expect(choosePurpose({ ...SMALL_CONFIG, purposes }, 'analytics')).toEqual({
      id: 'unsorted',
      needsPerson: true,
    });
  });
});
