import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { SiteVersion } from '../sites/site-version.ts';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { fixtureSubmission } from '../testing/fixture-submission.ts';
import { isSameSubmission, makeRecord } from './make-record.ts';

const version: SiteVersion = {
  site: 'shop',
  configHash: 'a'.repeat(64),
  bundleHash: 'c'.repeat(64),
  uiRevision: '0123456789ab',
  notices: { en: 'd'.repeat(64), de: 'e'.repeat(64) },
  firstPublishedAt: '2026-08-01T00:00:00.000Z',
  config: resolveConfig(fixtureConfig()),
  question: { purposes: [], services: [], regime: { mode: 'opt-in' } },
};

describe('A record', () => {
  it('LAW-STO-001, LAW-STO-002: ends after calendar months, after a yes and after a no', () => {
    for (const action of ['accept', 'reject'] as const) {
      const record = makeRecord(
        fixtureSubmission({ action }),
        version,
        '2026-11-22',
        new Date('2026-08-31T12:00:00Z'),
      );
      expect(record.validUntil).toBe('2027-02-28T12:00:00.000Z');
    }
  });

  it('PRF-004: names the texts of the language that was shown', () => {
    const now = new Date();
    expect(makeRecord(fixtureSubmission({ locale: 'de' }), version, '2026-11-22', now).noticeHash).toBe(
      'e'.repeat(64),
    );
    expect(makeRecord(fixtureSubmission({ locale: 'en' }), version, '2026-11-22', now).noticeHash).toBe(
      'd'.repeat(64),
    );
  });

  it('PRF-004: says on which day the script was issued that asked', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    expect(makeRecord(fixtureSubmission(), version, '2026-11-22', now).issuedOn).toBe('2026-11-22');
  });

  it('PRF-008: has the server’s time, whatever the browser says', () => {
    const submission = fixtureSubmission({ clientTime: '1999-01-01T00:00:00Z' });
    const record = makeRecord(submission, version, '2026-11-22', new Date('2026-11-23T10:00:00Z'));
    expect(record.receivedAt).toBe('2026-11-23T10:00:00.000Z');
    expect(record.clientTime).toBe('1999-01-01T00:00:00Z');
  });

  it('is canonical as it stands, which is what its hash is made of', () => {
    const submission = fixtureSubmission({ purposes: { marketing: 'granted', analytics: 'denied' } });
    const record = makeRecord(submission, version, '2026-11-22', new Date(0));
    // Turned around, so that it is put in order anew.
    const turned = Object.fromEntries(Object.entries(record).reverse());
    expect(JSON.stringify(record)).toBe(canonicalJson(turned));
    expect(record).toMatchObject(submission);
  });

  it('is recognised as the same submission at another time, and not with any other content', () => {
    const submission = fixtureSubmission();
    const record = makeRecord(submission, version, '2026-11-22', new Date(0));
    expect(isSameSubmission(record, submission)).toBe(true);
    const reordered = { ...submission, purposes: { marketing: 'granted', analytics: 'granted' } } as const;
    expect(isSameSubmission(record, reordered)).toBe(true);
    expect(isSameSubmission(record, { ...submission, gpc: true })).toBe(false);
    expect(isSameSubmission(record, { ...submission, purposes: { analytics: 'granted' } })).toBe(false);
  });
});
