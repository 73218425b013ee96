import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceCookie } from '../../client/answer/choice-cookie.ts';
import type { Answer } from '../../model/choice.ts';
import type { Config } from '../../model/config.ts';
import { checkCookieSize, longestCookie, MAX_COOKIE_BYTES } from './check-cookie-size.ts';
import { compileRuntime } from './compile-runtime.ts';
import { resolveConfig } from './resolve-config.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,63}$/);
const ids = (maxLength: number) => fc.uniqueArray(slug, { minLength: 1, maxLength });
const configs = fc.record({ purposes: ids(14), services: ids(90) }).map(
  ({ purposes, services }): Config => ({
    ...SMALL_CONFIG,
    purposes: purposes.map((id) => ({ id, name: id, description: id })),
    services: services.map((id, i) => ({ id, purpose: purposes[i % purposes.length] as string })),
    trackers: [],
  }),
);
const withServices = (count: number): Config => ({
  ...SMALL_CONFIG,
  services: Array.from({ length: count }, (_, i) => ({ id: `service-number-${i}`, purpose: 'statistics' })),
  trackers: [],
});

describe('checkCookieSize', () => {
  it('LAW-STO-009: no answer that a visitor can give to an accepted configuration makes a longer cookie', () => {
    const answers = fc.infiniteStream(fc.constantFrom<Answer | undefined>('granted', 'denied', undefined));
    fc.assert(
      fc.property(configs, answers, fc.uuid(), (config, given, id) => {
        const runtime = compileRuntime(resolveConfig(config), { server: '', configHash: '', uiRevision: '' });
        const pick = (list: readonly { readonly id: string }[]) =>
          Object.fromEntries(
            list.flatMap((one): [string, Answer][] => {
              const answer = given.next().value;
              return answer ? [[one.id, answer]] : [];
            }),
          );
        const stored = {
          consentId: id,
          recordId: id,
          time: Date.now(),
          until: Date.now() + 1,
          purposes: pick(runtime.purposes),
          services: pick(runtime.services),
        };
        const page = new URL('https://example.org/') as unknown as Location;
        const [cookie = ''] = choiceCookie(runtime, stored, page).split(';');
        expect(cookie.length).toBeLessThanOrEqual(longestCookie(config));
        if (checkCookieSize(config).length === 0) expect(cookie.length).toBeLessThanOrEqual(MAX_COOKIE_BYTES);
      }),
      { numRuns: 200 },
    );
  });

  it('LAW-STO-009: takes eighty services', () => expect(checkCookieSize(withServices(80))).toEqual([]));

  it('LAW-STO-009: refuses what could grow longer, and says by how much', () => {
    expect(checkCookieSize(withServices(120))).toEqual([
      {
        path: 'services',
        problem: expect.stringMatching(/could grow to 1\d\d\d bytes, and 1024 are allowed/),
        fix: expect.stringMatching(/\d+ bytes less are needed/),
      },
    ]);
  });
});
