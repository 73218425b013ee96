import type { CoreHandle } from '../ui-handover.ts';

/** Sends a record that is kept under a key of the local storage, which goes once the server has said its word. */
export async function postSubmission({ send, config }: CoreHandle, body: string, key: string): Promise<void> {
  try {
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
  } catch {
    // It stays where it is, for the next page view.
  }
}
