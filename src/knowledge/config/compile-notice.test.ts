import { describe, expect, it } from 'vitest';
import { compileNotice } from './compile-notice.ts';
import { resolveConfig } from './resolve-config.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const compile = (locale: string, change: object = {}) =>
  compileNotice(resolveConfig({ ...SMALL_CONFIG, ...change }), locale, {
    policyUrl: 'https://c.test/p/example',
  });

describe('compileNotice', () => {
  it('LAW-L1-009: names the controller, every purpose, and where the policy stands', () => {
    const notice = compile('en');
    expect(notice).toMatchObject({
      locale: 'en',
      dir: 'ltr',
      controller: 'Example Ltd',
      policyUrl: 'https://c.test/p/example',
      privacyPolicyUrl: '/privacy',
    });
    expect(notice.purposes.map(({ id }) => id)).toEqual(['necessary', 'statistics', 'commercial']);
  });

  it('LAW-L1-013: speaks the asked language throughout', () => {
    const notice = compile('de');
    expect(notice.purposes[0]?.name).toBe('Notwendig');
    expect(notice.texts.reject).not.toBe(compile('en').texts.reject);
    expect(notice.purposes[2]?.services[0]?.country).toBe('Vereinigte Staaten');
  });

  it('LAW-L2-004: gives provider, country, privacy page and each tracker with its lifetime in words', () => {
    const [youtube] = compile('en').purposes[2]?.services ?? [];
    expect(youtube).toMatchObject({
      name: 'YouTube',
      provider: 'Google LLC',
      country: 'United States',
      privacyUrl: expect.stringMatching(/^https:/),
    });
    const [matomo] = compile('en').purposes[1]?.services ?? [];
    expect(matomo?.trackers).toMatchObject([{ name: '_pk_id.*', party: 'first', lifetime: '13 months' }]);
  });

  it("shows what the site's own code stores under the site's name, without an id to answer to", () => {
    expect(compile('en').purposes[0]?.services).toMatchObject([
      { id: '', name: 'Example', provider: 'Example Ltd', trackers: [{ name: 'shop' }] },
    ]);
  });

  it('shows a service under every purpose that it waits for, each time with the trackers of that purpose', () => {
    const trackers = [
      { name: 'YSC', kind: 'http-cookie', service: 'youtube' },
      { name: 'views', kind: 'http-cookie', service: 'youtube', purpose: 'statistics' },
    ];
    const { purposes } = compile('en', { trackers });
    const of = (purpose: string) =>
      purposes
        .find(({ id }) => id === purpose)
        ?.services.find(({ id }) => id === 'youtube')
        ?.trackers.map(({ name }) => name);
    expect([of('statistics'), of('commercial')]).toEqual([['views'], ['YSC']]);
  });

  it('turns the theme into custom properties', () => {
    expect(compile('en', { theme: { accent: '#112233', onAccent: '#ffffff' } }).theme).toEqual({
      '--avowal-accent': '#112233',
      '--avowal-on-accent': '#ffffff',
    });
  });
});
