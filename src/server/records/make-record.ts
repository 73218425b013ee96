import { addMonths } from '../../model/calendar.ts';
import type { ConsentRecord, ConsentSubmission } from '../../model/consent-record.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { SiteVersion } from '../sites/site-version.ts';

/** The record of a submission: what the visitor sent, and what only the server can say. */
export function makeRecord(
  submission: ConsentSubmission,
  version: SiteVersion,
  issuedOn: string,
  now: Date,
): ConsentRecord {
  const { config } = version;
  return {
    ...submission,
    receivedAt: now.toISOString(),
    validUntil: addMonths(now, config.validityMonths).toISOString(),
    regimeReason: 'site default',
    issuedOn,
    noticeHash: version.notices[submission.locale] ?? '',
    bundleHash: version.bundleHash,
  };
}

/** What a record came from: all of it but the server's own fields. */
export function submissionOf(record: ConsentRecord): ConsentSubmission {
  const { receivedAt, validUntil, regimeReason, issuedOn, noticeHash, bundleHash, ...sent } = record;
  return sent;
}

/** Whether a kept record came from exactly this submission. */
export const isSameSubmission = (record: ConsentRecord, submission: ConsentSubmission): boolean =>
  canonicalJson(submissionOf(record)) === canonicalJson(submission);
