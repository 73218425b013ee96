import { describe, expect, it } from 'vitest';
import { type Question, readChoice, serializeChoice } from '../../model/choice-cookie.ts';
import { fixtureRecord } from '../testing/fixture-submission.ts';
import { refreshChoiceCookie } from './refresh-choice-cookie.ts';

const QUESTION: Question = {
  purposes: [
    { id: 'necessary', required: true, revision: 'necessary.n111' },
    { id: 'analytics', required: false, revision: 'analytics.a111' },
    { id: 'marketing', required: false, revision: 'marketing.m111' },
  ],
  services: [{ id: 'video', revision: '.vid0001' }],
  regime: { mode: 'opt-in' },
};
const PLACE = { domain: 'shop.example', origin: 'https://www.shop.example', cookies: '' };
const record = fixtureRecord({ services: { video: 'denied' } });
const RECEIVED = Date.parse(record.receivedAt);
const refresh = (of = record, place = {}, now = RECEIVED) =>
  refreshChoiceCookie(of, QUESTION, { ...PLACE, ...place }, now);
const attributes = ([cookie = '']: readonly string[]) => cookie.split('; ').slice(1);

describe('The choice cookie of an answer', () => {
  it('LAW-STO-008: is set by HTTP on the domain of the site', () => {
    const [cookie = ''] = refresh();
    expect(cookie).toContain('Domain=shop.example');
    expect(readChoice(cookie.split(';')[0] ?? '', QUESTION, RECEIVED)).toEqual({
      consentId: record.consentId,
      recordId: record.id,
      time: RECEIVED,
      until: Date.parse(record.validUntil),
      purposes: record.purposes,
      services: { video: 'denied' },
    });
  });

  it('LAW-STO-009: is Secure, SameSite=Lax, for every path, and at most 1 KB', () => {
    expect(attributes(refresh())).toEqual(expect.arrayContaining(['Secure', 'SameSite=Lax', 'Path=/']));
    expect(Buffer.byteLength(refresh()[0] ?? '')).toBeLessThanOrEqual(1024);
  });

  it('LAW-STO-001, LAW-STO-002: lasts until the record ends, in calendar months, for yes and no alike', () => {
    const ages = (['accept', 'reject'] as const).map((action) =>
      attributes(refresh({ ...record, action })).find((part) => part.startsWith('Max-Age')),
    );
    expect(ages).toEqual([`Max-Age=${181 * 86_400}`, `Max-Age=${181 * 86_400}`]);
  });

  it('LAW-STO-002: does not begin anew when an answer is sent again later', () => {
    expect(attributes(refresh(record, {}, RECEIVED + 10 * 86_400_000))).toContain(`Max-Age=${171 * 86_400}`);
  });

  it('LAW-STO-007: never lasts longer than 400 days', () => {
    const long = { ...record, validUntil: '2030-01-01T00:00:00.000Z' };
    expect(attributes(refresh(long))).toContain('Max-Age=34560000');
  });

  const held = (recordId: string, time = RECEIVED - 5_000) =>
    serializeChoice(
      {
        consentId: record.consentId,
        recordId,
        time,
        until: time + 86_400_000,
        purposes: { analytics: 'denied' },
        services: {},
      },
      QUESTION,
    );

  it('does not bring an old answer back when the browser holds a newer one', () => {
    expect(refresh(record, { cookies: `a=b; ${held('00000000-0000-4000-8000-00000000000b')}; c=d` })).toEqual(
      [],
    );
    expect(refresh(record, { cookies: `a=b; ${held(record.id)}; c=d` })).toHaveLength(1);
  });

  it('keeps the times of the browser’s own clock, by which it orders its choices', () => {
    const time = RECEIVED - 3_600_000;
    const [cookie = ''] = refresh(record, { cookies: held(record.id, time) });
    expect(cookie).toContain(`|${time}|${time + 86_400_000}|`);
  });

  it('clears one of this host alone away, which would stand in front of the shared one', () => {
    const cookies = `${held(record.id)}; avowal=damaged`;
    expect(refresh(record, { cookies })).toEqual([
      'avowal=; Max-Age=0; Path=/',
      expect.stringContaining('; Domain=shop.example; '),
    ]);
  });

  it('is not Secure where the page came without TLS, and names no domain without a dot', () => {
    const [cookie] = refresh(record, { domain: 'localhost', origin: 'http://localhost' });
    expect(cookie).not.toMatch(/Secure|Domain/);
  });

  it('holds no answer to what was not asked', () => {
    const purposes = { ...record.purposes, necessary: 'granted', other: 'granted' } as const;
    expect(refresh({ ...record, purposes })[0]).toMatch(/\|~1analytics\.a111~1marketing\.m111~0\.vid0001~;/);
  });
});
