import { addMonths } from '../../model/calendar.ts';
import type { ConsentRecord, ConsentSubmission } from '../../model/consent-record.ts';
import { canonicalJson, isInOrder } from '../canonical-json.ts';
import type { SiteVersion } from '../sites/site-version.ts';

const inOrder = <T extends object>(answers: T): T =>
  isInOrder(answers) ? answers : JSON.parse(canonicalJson(answers));

/** The record of a submission: what the visitor sent, and what only the server can say. Its members stand in canonical order. */
export function makeRecord(
  submission: ConsentSubmission,
  version: SiteVersion,
  issuedOn: string,
  now: Date,
): Required<Omit<ConsentRecord, 'handover'>> {
  return {
    action: submission.action,
    bundleHash: version.bundleHash,
    clientTime: submission.clientTime,
    configHash: submission.configHash,
    consentId: submission.consentId,
    gpc: submission.gpc,
    id: submission.id,
    issuedOn,
    layer: submission.layer,
    locale: submission.locale,
    noticeHash: version.notices[submission.locale] ?? '',
    purposes: inOrder(submission.purposes),
    receivedAt: now.toISOString(),
    regime: submission.regime,
    regimeReason: 'site default',
    services: inOrder(submission.services),
    site: submission.site,
    supersedes: submission.supersedes,
    validUntil: addMonths(now, version.config.validityMonths).toISOString(),
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
