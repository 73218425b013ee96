import { randomUUID } from 'node:crypto';
import type { ConsentRecord, ConsentSubmission } from '../../model/consent-record.ts';

/** A submission that fits `fixtureConfig`, with ids of its own. */
export function fixtureSubmission(edit: Partial<ConsentSubmission> = {}): ConsentSubmission {
  return {
    id: randomUUID(),
    site: 'shop',
    consentId: randomUUID(),
    action: 'accept',
    layer: 'notice',
    regime: 'eu',
    locale: 'en',
    configHash: 'a'.repeat(64),
    gpc: false,
    clientTime: '2026-11-23T10:00:00.000Z',
    supersedes: null,
    purposes: { analytics: 'granted', marketing: 'granted' },
    services: {},
    ...edit,
  };
}

/** A record of such a submission. */
export function fixtureRecord(edit: Partial<ConsentRecord> = {}): ConsentRecord {
  return {
    ...fixtureSubmission(),
    receivedAt: '2026-11-23T10:00:01.000Z',
    validUntil: '2027-05-23T10:00:01.000Z',
    regimeReason: 'site default',
    issuedOn: '2026-11-23',
    noticeHash: 'b'.repeat(64),
    bundleHash: 'c'.repeat(64),
    ...edit,
  };
}
