import { describe, expect, it } from 'vitest';
import type { StandardPurpose } from '../../model/purpose.ts';
import { googleDefaults } from './google-defaults.ts';

const purpose = (id: string, ...covers: StandardPurpose[]) => ({ id, name: id, description: id, covers });

describe('googleDefaults', () => {
  it('GCM-001: names all seven consent types', () => {
    expect(Object.keys(googleDefaults([])).sort()).toEqual([
      'ad_personalization',
      'ad_storage',
      'ad_user_data',
      'analytics_storage',
      'functionality_storage',
      'personalization_storage',
      'security_storage',
    ]);
  });

  it('lets each type wait for the purposes that cover it, and security for nothing', () => {
    const google = googleDefaults([purpose('stats', 'analytics'), purpose('ads', 'marketing', 'functional')]);
    expect(google).toMatchObject({
      ad_storage: ['ads'],
      ad_user_data: ['ads'],
      ad_personalization: ['ads'],
      analytics_storage: ['stats'],
      functionality_storage: ['ads'],
      personalization_storage: ['ads'],
      security_storage: [],
    });
  });

  it('GCM-007: never derives ad_storage from analytics, also where nothing covers marketing', () => {
    expect(googleDefaults([purpose('stats', 'analytics')]).ad_storage).toEqual(['marketing']);
  });
});
