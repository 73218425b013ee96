import { addMonths } from '../../model/calendar.ts';
import type { ConsentRecord, ConsentSubmission } from '../../model/consent-record.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { SiteVersion } from '../sites/site-version.ts';

/** The record of a submission: what the visitor sent, and what only the server can say. */
export function makeRecord(submission: ConsentSubmission, version: SiteVersion, now: Date): ConsentRecord {
  const { config } = version;
  return {
    ...submission,
    receivedAt: now.toISOString(),
    validUntil: addMonths(now, config.validityMonths).toISOString(),
    regimeReason: 'site default',
    noticeHash: version.notices[submission.locale] ?? '',
    bundleHash: version.bundleHash,
  };
}

/** Whether a kept record came from exactly this submission: the server's own fields do not count. */
export function isSameSubmission(record: ConsentRecord, submission: ConsentSubmission): boolean {
  const { receivedAt, validUntil, regimeReason, noticeHash, bundleHash, ...sent } = record;
  return canonicalJson(sent) === canonicalJson(submission);
}
