import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, StoredChoice } from '../model/choice.ts';
import { parseChoice } from '../model/choice-cookie.ts';
import type { RuntimeConfig } from '../model/runtime-config.ts';
import { choiceCookie, coveringDomain } from './answer/choice-cookie.ts';
import { validChoice } from './choice-store.ts';

const config = (change: Partial<RuntimeConfig> = {}): RuntimeConfig => ({
  site: 'example',
  domains: ['example.org', 'example.com', 'localhost'],
  server: '/_avowal',
  configHash: '0'.repeat(64),
  purposes: [
    { id: 'necessary', required: true, revision: 'n' },
    { id: 'media', required: false, revision: 'm1' },
    { id: 'statistics', required: false, revision: 's1' },
  ],
  services: [],
  trackers: [],
  regime: { id: 'eu', mode: 'opt-in', gpc: 'keep' },
  validityMonths: 6,
  locales: { en: 'en' },
  uiRevision: 'u',
  ...change,
});

const time = Date.UTC(2026, 7, 31, 10) / 1000;
const stored = (change: Partial<StoredChoice> = {}): StoredChoice => ({
  consentId: 'c',
  recordId: 'r',
  time,
  purposes: { media: 'granted', statistics: 'denied' },
  services: {},
  revisions: { media: 'm1', statistics: 's1' },
  ...change,
});
const page = (url: string) => new URL(url) as unknown as Location;
const maxAge = (cookie: string) => Number(/Max-Age=(\d+)/.exec(cookie)?.[1]);

describe('validChoice', () => {
  it('keeps a choice that nothing has changed', () => {
    expect(validChoice(config(), stored(), time + 60)).toEqual(stored());
  });

  it.each([
    ['a second before six calendar months', Date.UTC(2027, 1, 28, 9, 59, 59) / 1000, true],
    ['after six calendar months', Date.UTC(2027, 1, 28, 10) / 1000, false],
  ])('LAW-STO-002 counts calendar months: %s', (_, now, counts) => {
    expect(validChoice(config(), stored(), now) !== undefined).toBe(counts);
  });

  it('LAW-STO-010 asks again about a purpose with another revision, and keeps the other answers', () => {
    const changed = config({
      purposes: [
        { id: 'media', required: false, revision: 'm2' },
        { id: 'statistics', required: false, revision: 's1' },
        { id: 'new', required: false, revision: 'n1' },
      ],
    });
    expect(validChoice(changed, stored(), time)?.purposes).toEqual({ statistics: 'denied' });
  });

  it('LAW-STO-010 keeps an answer exactly when its purpose still has the revision that was answered', () => {
    const purpose = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      revision: fc.constantFrom('1', '2'),
      required: fc.constant(false),
    });
    const purposes = fc.uniqueArray(purpose, { selector: ({ id }) => id });
    const answer: fc.Arbitrary<Answer> = fc.constantFrom('granted', 'denied');
    fc.assert(
      fc.property(
        purposes,
        purposes,
        fc.array(answer, { minLength: 4, maxLength: 4 }),
        (then, now, answers) => {
          const choice = stored({
            purposes: Object.fromEntries(then.map(({ id }, index) => [id, answers[index] as Answer])),
            revisions: Object.fromEntries(then.map(({ id, revision }) => [id, revision])),
          });
          const kept = validChoice(config({ purposes: now }), choice, time)?.purposes;
          const same = then.filter((old) =>
            now.some((next) => next.id === old.id && next.revision === old.revision),
          );
          expect(kept).toEqual(Object.fromEntries(same.map(({ id }) => [id, choice.purposes[id]])));
        },
      ),
    );
  });

  it('takes no choice for none', () => {
    expect(validChoice(config(), undefined, time)).toBeUndefined();
  });
});

describe('coveringDomain', () => {
  it.each([
    ['example.org', 'example.org'],
    ['www.example.org', 'example.org'],
    ['shop.example.com', 'example.com'],
    ['notexample.org', ''],
    ['example.org.evil.test', ''],
    ['localhost', ''],
  ])('of %s is %j', (host, domain) => {
    expect(coveringDomain(config(), host)).toBe(domain);
  });
});

describe('choiceCookie', () => {
  it('is kept on the domain that the consent covers, for every path, and by TLS only where the page came by it', () => {
    const secure = choiceCookie(config(), stored(), page('https://www.example.org/a/b'));
    expect(secure).toContain('; Path=/; SameSite=Lax');
    expect(secure).toContain('; Domain=example.org; Secure');
    const local = choiceCookie(config(), stored(), page('http://localhost:8080/'));
    expect(local).not.toMatch(/Domain|Secure/);
  });

  it('LAW-STO-001 lasts as long after no as after yes', () => {
    const all = (answer: Answer) =>
      choiceCookie(
        config(),
        stored({ purposes: { media: answer, statistics: answer } }),
        page('https://example.org/'),
      );
    expect(maxAge(all('granted'))).toBe(maxAge(all('denied')));
    expect(maxAge(all('denied'))).toBe(181 * 86_400);
  });

  it('LAW-STO-007 promises no longer than the 400 days that browsers keep', () => {
    const cookie = choiceCookie(config({ validityMonths: 24 }), stored(), page('https://example.org/'));
    expect(maxAge(cookie)).toBe(400 * 86_400);
  });

  it('reads back as what was chosen', () => {
    const cookie = choiceCookie(config(), stored(), page('https://example.org/'));
    expect(parseChoice(cookie.slice('avowal='.length, cookie.indexOf(';')))).toEqual(stored());
  });
});
