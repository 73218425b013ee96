import { describe, expect, it } from 'vitest';
import { STANDARD_PURPOSES } from '../../model/purpose.ts';
import { coveredPurposes } from './covered-purposes.ts';
import { defaultConfig } from './default-config.ts';
import { parseConfig } from './parse-config.ts';

describe('defaultConfig', () => {
  it.each([
    'www.example.org',
    '127.0.0.1',
    'localhost',
    '[::1]',
    'xn--mller-kva.de',
    `${'a'.repeat(63)}.${'b'.repeat(60)}.org`,
  ])('is a lawful and valid configuration for %s', (host) => {
    expect(() => parseConfig(JSON.stringify(defaultConfig(host)), 'a.json')).not.toThrow();
  });

  it('LAW-L1-010: covers every standard purpose once, each with a title and a sentence in English and German', () => {
    const { purposes } = defaultConfig('example.org');
    expect(purposes.flatMap(coveredPurposes)).toEqual([...STANDARD_PURPOSES]);
    for (const { name, description } of purposes) {
      expect(name).toEqual({ en: expect.any(String), de: expect.any(String) });
      expect(description).toEqual({ en: expect.any(String), de: expect.any(String) });
    }
  });
});
