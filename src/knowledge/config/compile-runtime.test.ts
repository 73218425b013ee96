import { describe, expect, it } from 'vitest';
import { readChoice, serializeChoice } from '../../model/choice-cookie.ts';
import { compileRuntime } from './compile-runtime.ts';
import { resolveConfig } from './resolve-config.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const FACTS = { server: '/_avowal', configHash: 'hash', uiRevision: 'ui' };
const compile = (change: object = {}) => compileRuntime(resolveConfig({ ...SMALL_CONFIG, ...change }), FACTS);

describe('compileRuntime', () => {
  it('hands on what the server knows, and the regime', () => {
    expect(compile()).toMatchObject({
      ...FACTS,
      site: 'example',
      domains: ['example.org'],
      regime: { id: 'eu', mode: 'opt-in', gpc: 'keep' },
      validityMonths: 6,
      locales: { en: 'en', de: 'de' },
    });
  });

  it('labels the tab that opens the preferences again in every language, or leaves it to the site', () => {
    expect(compile().reopen).toMatchObject({
      en: ['Privacy settings', expect.any(String)],
      de: [expect.stringMatching(/./), expect.any(String)],
    });
    expect(compile({ notice: { reopen: 'none' } }).reopen).toMatchObject({ en: ['', expect.any(String)] });
  });

  it('asks in every language where the preferences cannot be loaded', () => {
    const { reopen } = compile({ locales: ['en', 'fr', 'el', 'ar', 'zh-Hant', 'es'] });
    expect(reopen.en?.[1]).toBe('This could not be loaded. Please try again.\n\nReject all?');
    expect(Object.values(reopen).map(([, question]) => question?.at(-1))).toEqual([
      '?',
      '?',
      ';',
      '؟',
      '？',
      '?',
    ]);
    expect(reopen.es?.[1]).toContain('\n¿Rechazar todo?');
  });

  it('LAW-L1-013: says which locale belongs to the language of a page, where its tag alone does not', () => {
    expect(compile({ locales: ['zh-Hant'] }).locales).toEqual({ 'zh-hant': 'zh-Hant', zh: 'zh-Hant' });
  });

  it('lists of trackers only the optional first-party ones, which are held back and deleted', () => {
    const pixel = { name: 'p', kind: 'pixel', purpose: 'statistics' };
    expect(compile({ trackers: [...SMALL_CONFIG.trackers, pixel] }).trackers).toEqual([
      { name: '_pk_id.*', kind: 'js-cookie', purpose: 'statistics', service: 'matomo' },
    ]);
  });

  it('lets a service wait for the purposes of its trackers too', () => {
    const trackers = [{ name: 'YSC', kind: 'http-cookie', service: 'youtube', purpose: 'statistics' }];
    expect(compile({ trackers }).services.find(({ id }) => id === 'youtube')?.purposes).toEqual([
      'commercial',
      'statistics',
    ]);
  });

  it.each([
    ['eu', 'LAW-STO-010: lets an answer end with the purpose that it was given to', {}],
    [
      'us-ca',
      'LAW-STO-005: lets a refusal outlive every change of what was refused',
      { statistics: 'denied' },
    ],
  ])('under %s, %s', (regime, _, kept) => {
    const now = Date.now();
    const regimes = { regimes: { default: regime } };
    const purposes = SMALL_CONFIG.purposes.map((purpose) => ({ ...purpose, description: 'Something else.' }));
    const cookie = serializeChoice(
      {
        consentId: '00000000-0000-4000-8000-000000000000',
        recordId: '00000000-0000-4000-8000-000000000001',
        time: now,
        until: now + 1_000,
        purposes: { statistics: 'denied', commercial: 'granted' },
        services: {},
      },
      compile(regimes),
    );
    expect(readChoice(cookie, compile({ ...regimes, purposes }), now)?.purposes).toEqual(kept);
  });

  it('leaves out the Google signal where the configuration says so', () => {
    expect(compile().signals?.google).toHaveProperty('ad_storage');
    expect(compile({ signals: { google: false } }).signals).toEqual({});
  });

  it('holds no text, no provider and no contact: every byte is downloaded on a first visit', () => {
    const text = JSON.stringify(compile());
    for (const absent of ['Counts visits', 'Google LLC', 'privacy@example.org'])
      expect(text).not.toContain(absent);
  });
});
