import type { CoreHandle } from '../ui-handover.ts';

/** Milliseconds that a visitor may have to wait for the server. */
const PATIENCE = 1_500;

/** Asks the server for one step of a hand-over; for every no, and where it takes too long, the answer is empty. */
export const post = <T extends object>({ send, config }: CoreHandle, facts: object): Promise<T> =>
  send(`${config.server}/api/v1/handovers`, {
    method: 'POST',
    credentials: 'include',
    body: new Blob([JSON.stringify({ site: config.site, ...facts })], { type: 'application/json' }),
    signal: AbortSignal.timeout(PATIENCE),
  })
    .then((answer) => answer.json())
    // Then the visitor is asked, as without a hand-over.
    .catch(() => ({}) as T);
