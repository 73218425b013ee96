import type { ConsentSubmission } from '../../model/consent-record.ts';
import { type CoreHandle, PENDING_KEY } from '../ui-handover.ts';

/** More than this many unconfirmed answers means that the server is gone for good. */
const MOST_PENDING = 8;

function pending(): ConsentSubmission[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(PENDING_KEY) ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function keepPending(list: readonly ConsentSubmission[]): void {
  try {
    if (list.length) localStorage.setItem(PENDING_KEY, JSON.stringify(list.slice(-MOST_PENDING)));
    else localStorage.removeItem(PENDING_KEY);
  } catch {
    // Without storage the record is sent once, now.
  }
}

async function post({ send, config }: CoreHandle, submission: ConsentSubmission): Promise<void> {
  const { status } = await send(`${config.server}/api/v1/consents`, {
    method: 'POST',
    keepalive: true,
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(submission),
  });
  // A refusal is final; an overloaded or broken server is asked again at the next page view.
  if (status === 429 || status >= 500) return;
  keepPending(pending().filter(({ id }) => id !== submission.id));
}

/** Sends what an earlier page could not; the record's id keeps anything from being stored twice. */
export async function sendPending(core: CoreHandle): Promise<void> {
  for (const submission of pending()) await post(core, submission).catch(() => {});
}

/** Sends a record to the server, now or at a later page view. */
export function submit(core: CoreHandle, submission: ConsentSubmission): void {
  keepPending([...pending(), submission]);
  post(core, submission).catch(() => {});
}
