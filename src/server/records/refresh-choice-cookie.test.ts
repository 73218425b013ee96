import { describe, expect, it } from 'vitest';
import { parseChoice } from '../../model/choice-cookie.ts';
import { fixtureRecord } from '../testing/fixture-submission.ts';
import { refreshChoiceCookie } from './refresh-choice-cookie.ts';

const PURPOSES = [
  { id: 'analytics', required: false, revision: 'r1' },
  { id: 'marketing', required: false, revision: 'r2' },
];
const DOMAINS = ['shop.example', 'shop.test'];
const ARRIVED = { host: 'www.shop.example', origin: 'https://www.shop.example', cookies: '' };
const record = fixtureRecord();
const attributes = (cookie: string | undefined) => (cookie ?? '').split('; ').slice(1);

describe('The choice cookie of an answer', () => {
  it('LAW-STO-008: is set by HTTP on the domain of the site', () => {
    const cookie = refreshChoiceCookie(record, DOMAINS, PURPOSES, ARRIVED);
    expect(cookie).toContain('Domain=shop.example');
    expect(parseChoice(cookie?.split('; ')[0]?.slice('avowal='.length) ?? '')).toEqual({
      consentId: record.consentId,
      recordId: record.id,
      time: Date.parse('2026-11-23T10:00:01Z') / 1000,
      purposes: record.purposes,
      services: {},
      revisions: { analytics: 'r1', marketing: 'r2' },
    });
  });

  it('LAW-STO-009: is Secure, SameSite=Lax, for every path, and at most 1 KB', () => {
    const cookie = refreshChoiceCookie(record, DOMAINS, PURPOSES, ARRIVED);
    expect(attributes(cookie)).toEqual(expect.arrayContaining(['Secure', 'SameSite=Lax', 'Path=/']));
    expect(Buffer.byteLength(cookie ?? '')).toBeLessThanOrEqual(1024);
  });

  it('LAW-STO-001, LAW-STO-002: lasts until the record ends, in calendar months, for yes and no alike', () => {
    const ages = (['accept', 'reject'] as const).map((action) =>
      attributes(refreshChoiceCookie({ ...record, action }, DOMAINS, PURPOSES, ARRIVED)).find((part) =>
        part.startsWith('Max-Age'),
      ),
    );
    expect(ages).toEqual([`Max-Age=${181 * 86_400}`, `Max-Age=${181 * 86_400}`]);
  });

  it('LAW-STO-007: never lasts longer than 400 days', () => {
    const long = { ...record, validUntil: '2030-01-01T00:00:00.000Z' };
    expect(attributes(refreshChoiceCookie(long, DOMAINS, PURPOSES, ARRIVED))).toContain('Max-Age=34560000');
  });

  it('is not set on a host that is not the site’s', () => {
    const elsewhere = { ...ARRIVED, host: 'consent.example' };
    expect(refreshChoiceCookie(record, DOMAINS, PURPOSES, elsewhere)).toBeUndefined();
  });

  it('does not bring an old answer back when the browser holds a newer one', () => {
    const held = (recordId: string) =>
      `a=b; avowal=1|${record.consentId}|${recordId}|t0|analytics:0:r1|; c=d`;
    const cookies = held('another-record');
    expect(refreshChoiceCookie(record, DOMAINS, PURPOSES, { ...ARRIVED, cookies })).toBeUndefined();
    expect(
      refreshChoiceCookie(record, DOMAINS, PURPOSES, { ...ARRIVED, cookies: held(record.id) }),
    ).toBeDefined();
  });

  it('is not Secure where the page came without TLS, and names no domain without a dot', () => {
    const local = { host: 'localhost', origin: 'http://localhost', cookies: '' };
    const cookie = refreshChoiceCookie(record, ['localhost'], PURPOSES, local);
    expect(cookie).not.toMatch(/Secure|Domain/);
  });
});
