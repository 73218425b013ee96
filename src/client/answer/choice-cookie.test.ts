import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../../model/calendar.ts';
import type { Answer, StoredChoice } from '../../model/choice.ts';
import { readChoice } from '../../model/choice-cookie.ts';
import type { RuntimeConfig } from '../../model/runtime-config.ts';
import { choiceCookie, coveringDomain } from './choice-cookie.ts';

const CONFIG: RuntimeConfig = {
  site: 'example',
  domains: ['example.org', 'example.com', 'localhost'],
  server: '/_avowal',
  configHash: '0'.repeat(64),
  purposes: [
    { id: 'necessary', required: true, revision: 'necessary.n111' },
    { id: 'media', required: false, revision: 'media.m111' },
  ],
  services: [],
  trackers: [],
  regime: { id: 'eu', mode: 'opt-in', gpc: 'keep' },
  validityMonths: 6,
  locales: { en: 'en' },
  uiRevision: 'u',
  reopen: {},
};

const start = new Date('2026-08-31T10:00:00Z');
const stored = (from = start, months = 6, media: Answer = 'granted'): StoredChoice => ({
  consentId: '00000000-0000-4000-8000-00000000000c',
  recordId: '00000000-0000-4000-8000-00000000000a',
  time: from.getTime(),
  until: addMonths(from, months).getTime(),
  purposes: { media },
  services: {},
});
const page = (url: string) => new URL(url) as unknown as Location;
const maxAge = (cookie: string) => Number(/Max-Age=(\d+)/.exec(cookie)?.[1]);

describe('coveringDomain', () => {
  it.each([
    ['example.org', 'example.org'],
    ['www.example.org', 'example.org'],
    ['shop.example.com', 'example.com'],
    ['notexample.org', ''],
    ['example.org.evil.test', ''],
    ['localhost', ''],
  ])('of %s is %j', (host, domain) => {
    expect(coveringDomain(CONFIG, host)).toBe(domain);
  });
});

describe('choiceCookie', () => {
  it('LAW-STO-009 is kept on the domain that the consent covers, for every path, and by TLS only where the page came by it', () => {
    const secure = choiceCookie(CONFIG, stored(), page('https://www.example.org/a/b'));
    expect(secure).toContain('; Path=/; SameSite=Lax');
    expect(secure).toContain('; Domain=example.org; Secure');
    const local = choiceCookie(CONFIG, stored(), page('http://localhost:8080/'));
    expect(local).not.toMatch(/Domain|Secure/);
  });

  it('LAW-STO-001 lasts as long after no as after yes', () => {
    const of = (answer: Answer) =>
      choiceCookie(CONFIG, stored(start, 6, answer), page('https://example.org/'));
    expect(maxAge(of('granted'))).toBe(maxAge(of('denied')));
    expect(maxAge(of('denied'))).toBe(181 * 86_400);
  });

  it('LAW-STO-002, LAW-STO-007 lasts whole calendar months and never longer than the 400 days that browsers keep', () => {
    const time = fc.date({
      min: new Date('2024-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(time, fc.integer({ min: 6, max: 24 }), (from, months) => {
        const age = maxAge(choiceCookie(CONFIG, stored(from, months), page('https://example.org/')));
        const end = new Date(from.getTime() + age * 1000);
        expect(age).toBeLessThanOrEqual(34_560_000);
        if (months <= 13) expect(Math.abs(+end - +addMonths(from, months))).toBeLessThan(1000);
      }),
    );
  });

  it('reads back as what was chosen', () => {
    const [cookie = ''] = choiceCookie(CONFIG, stored(), page('https://example.org/')).split(';');
    expect(readChoice(cookie, CONFIG, start.getTime())).toEqual(stored());
  });
});
