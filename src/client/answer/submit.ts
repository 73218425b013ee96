import type { SentSubmission } from '../../model/consent-record.ts';
import { type CoreHandle, PENDING_KEY } from '../ui-handover.ts';
import { postSubmission } from './post-submission.ts';

/** Keys of what this page is sending: not left over from an earlier one. */
export const underWay: Set<string> = new Set<string>();

/** Sends a record to the server, now or at a later page view; a site without a server keeps none. */
export function submit(core: CoreHandle, submission: SentSubmission): void {
  if (core.config.records === false) return;
  const key = `${PENDING_KEY}-${submission.clientTime}-${submission.id}`;
  const body = JSON.stringify(submission);
  underWay.add(key);
  try {
    localStorage.setItem(key, body);
  } catch {
    // Without storage the record is sent this once.
  }
  void postSubmission(core, body, key);
}
