import type { ConsentSubmission } from '../../model/consent-record.ts';
import { type CoreHandle, PENDING_KEY } from '../ui-handover.ts';

/** Keys of what is not confirmed, oldest first. One for each: tabs that answer at once cannot write over each other's. */
const pendingKeys = () =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PENDING_KEY))
    .sort();

/** What this page is sending is not left over. */
const underWay = new Set<string>();

async function post({ send, config }: CoreHandle, body: string, key: string): Promise<void> {
  const answer = await send(`${config.server}/api/v1/consents`, {
    method: 'POST',
    keepalive: true,
    credentials: 'include',
    headers: { 'content-type': 'application/json' },
    body,
  });
  // Until it is read to its end, a browser takes the request for unfinished.
  await answer.text();
  // A word of the server's own is final, a refusal too. An overloaded or broken server is asked again at the next page
  // view, and so is whatever answers in its place: a proxy, or the log-in page of a network.
  const { headers, status } = answer;
  if (/json/.test(headers.get('content-type') ?? '') && status !== 429 && status < 500)
    localStorage.removeItem(key);
}

/** Sends what an earlier page could not; the record's id keeps anything from being stored twice. */
export async function sendPending(core: CoreHandle): Promise<void> {
  for (const key of pendingKeys())
    if (!underWay.has(key)) await post(core, localStorage.getItem(key) as string, key).catch(() => {});
}

/** Sends a record to the server, now or at a later page view; a site without a server keeps none. */
export function submit(core: CoreHandle, submission: ConsentSubmission): void {
  if (core.config.records === false) return;
  const key = `${PENDING_KEY}-${submission.clientTime}-${submission.id}`;
  const body = JSON.stringify(submission);
  underWay.add(key);
  const send = () => void post(core, body, key).catch(() => {});
  try {
    localStorage.setItem(key, body);
  } catch {
    // Without storage the record is sent once, now.
    send();
    return;
  }
  // What is kept can wait until the browser has shown what the visitor did.
  setTimeout(send);
}
