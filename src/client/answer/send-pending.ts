import { type CoreHandle, PENDING_KEY } from '../ui-handover.ts';
import { postSubmission } from './post-submission.ts';

/** Keys of what is not confirmed, oldest first. One for each: tabs that answer at once cannot write over each other's. */
const pendingKeys = () =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PENDING_KEY))
    .sort();

/**
 * Sends what an earlier page could not; the record's id keeps anything from being stored twice.
 *
 * @param underWay keys of what this page is sending itself
 */
export async function sendPending(core: CoreHandle, underWay: ReadonlySet<string>): Promise<void> {
  for (const key of pendingKeys())
    if (!underWay.has(key)) await postSubmission(core, localStorage.getItem(key) as string, key);
}
