import { describe, expect, it } from 'vitest';
import type { Answer, StoredChoice } from '../model/choice.ts';
import { serializeChoice } from '../model/choice-cookie.ts';
import { filterSetCookie } from './filter-set-cookie.ts';
import { RUNTIME_CONFIG } from './testing/runtime-config.ts';

const cookieHeader = (statistics: Answer, services: StoredChoice['services'] = {}) =>
  `a=1; ${serializeChoice(
    {
      consentId: '00000000-0000-4000-8000-00000000000c',
      recordId: '00000000-0000-4000-8000-00000000000a',
      time: Date.now(),
      until: Date.now() + 86_400_000,
      purposes: { statistics },
      services,
    },
    RUNTIME_CONFIG,
  )}`;

describe('filterSetCookie', () => {
  it('LAW-BLOCK-001 holds back a declared optional cookie before the choice, and lets the others pass', () => {
    const headers = ['PHPSESSID=1; HttpOnly', '_st.1=2; Path=/', 'shop=3', 'later=4'];
    expect(filterSetCookie(headers, '', RUNTIME_CONFIG)).toEqual(['PHPSESSID=1; HttpOnly', 'later=4']);
  });

  it('LAW-BLOCK-004 holds it back after a refusal', () => {
    expect(filterSetCookie(['_st.1=2'], cookieHeader('denied'), RUNTIME_CONFIG)).toEqual([]);
  });

  it('lets it pass after consent to its purpose, or to its service alone', () => {
    expect(filterSetCookie(['_st.1=2'], cookieHeader('granted'), RUNTIME_CONFIG)).toEqual(['_st.1=2']);
    expect(
      filterSetCookie(['_st.1=2'], cookieHeader('denied', { stats: 'granted' }), RUNTIME_CONFIG),
    ).toEqual(['_st.1=2']);
  });

  it('holds it back when the visitor refused its service', () => {
    expect(
      filterSetCookie(['_st.1=2'], cookieHeader('granted', { stats: 'denied' }), RUNTIME_CONFIG),
    ).toEqual([]);
  });

  it('always lets a deletion pass', () => {
    const deletions = [
      'shop=; Max-Age=0',
      'shop=x; expires=Thu, 01 Jan 1970 00:00:00 GMT',
      'shop=; max-age=-1',
    ];
    expect(filterSetCookie(deletions, '', RUNTIME_CONFIG)).toEqual(deletions);
  });

  it.each([
    'shop=1; Max-Age=0; Max-Age=900',
    'shop=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Expires=Fri, 01 Jan 2100 00:00:00 GMT',
    'shop=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=900',
  ])('is not deceived by a lifetime that a later one replaces: %s', (header) => {
    expect(filterSetCookie([header], '', RUNTIME_CONFIG)).toEqual([]);
  });

  it.each(['avowal=', 'avowal=%00', 'avowal=2|||||~1media.bbbb~', `avowal=${'1|'.repeat(9_000)}`])(
    'takes the damaged choice %.20s for none',
    (cookies) => {
      expect(filterSetCookie(['shop=1'], cookies, RUNTIME_CONFIG)).toEqual([]);
    },
  );

  it('reads headers without a value or a name', () => {
    expect(filterSetCookie(['', '=x', 'shop', ' shop =1', '; Path=/'], '', RUNTIME_CONFIG)).toEqual([
      '',
      '=x',
      '; Path=/',
    ]);
  });
});
