import { describe, expect, it } from 'vitest';
import { findLocale } from '../locale.ts';
import { compileDetails } from './compile-details.ts';
import { resolveConfig } from './resolve-config.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const compile = (locale: string, change: object = {}) =>
  compileDetails(resolveConfig({ ...SMALL_CONFIG, ...change }), findLocale(locale));

describe('compileDetails', () => {
  it('LAW-L2-004: gives provider, country, privacy page, who has access, and each tracker with its lifetime in words', () => {
    const { services } = compile('en');
    expect(services.commercial?.[0]).toMatchObject({
      name: 'YouTube',
      provider: 'Google LLC',
      country: 'United States',
      access: 'The provider has access.',
      privacyUrl: expect.stringMatching(/^https:/),
    });
    expect(services.statistics?.[0]?.trackers).toMatchObject([
      { name: '_pk_id.*', lifetime: '13 months', where: '' },
    ]);
    expect(compile('de').services.commercial?.[0]?.country).toBe('Vereinigte Staaten');
  });

  it('says on which host a third-party tracker stands', () => {
    const trackers = [{ name: 'id', kind: 'http-cookie', service: 'youtube', host: 'ads.example.net' }];
    expect(compile('en', { trackers }).services.commercial?.[0]?.trackers[0]?.where).toBe(
      'Stored on ads.example.net',
    );
  });

  it("shows what the site's own code stores under the site's name, without an id to answer to", () => {
    expect(compile('en').services.necessary).toMatchObject([
      {
        id: '',
        name: 'Example',
        provider: 'Example Ltd',
        access: 'Only this site has access.',
        trackers: [{ name: 'shop' }],
      },
    ]);
  });

  it('shows a service under every purpose that it waits for, each time with the trackers of that purpose', () => {
    const trackers = [
      { name: 'YSC', kind: 'http-cookie', service: 'youtube' },
      { name: 'views', kind: 'http-cookie', service: 'youtube', purpose: 'statistics' },
    ];
    const { services } = compile('en', { trackers });
    const of = (purpose: string) =>
      services[purpose]?.find(({ id }) => id === 'youtube')?.trackers.map(({ name }) => name);
    expect([of('statistics'), of('commercial')]).toEqual([['views'], ['YSC']]);
  });

  it('answers "Why do I see this?" with the regime in the reader\'s language and the rule of law', () => {
    const reasons = (locale: string, regime: string) =>
      compile(locale, { regimes: { default: regime } }).reasons;
    expect(reasons('de', 'eu')[0]).toContain('Europäische Union');
    expect(reasons('en', 'eu')[1]).toBe('Source: ePrivacy Directive 2002/58/EC Art. 5(3)');
    expect(reasons('de', 'uk')[0]).toContain('Vereinigtes Königreich');
    expect(reasons('en', 'us-ca')[0]).toContain('California');
    expect(reasons('en', 'us-ca')[0]).toContain('refuse');
  });

  it('gives the path of a local poster', () => {
    const services = [{ id: 'youtube', purpose: 'commercial', poster: '/still.jpg' }];
    expect(compile('en', { services }).services.commercial?.[0]?.poster).toBe('/still.jpg');
  });
});
