import { note } from '../debug/debug-log.ts';
import { addSignal, answerFor, type IsGranted } from '../signal.ts';

type Method = (...args: unknown[]) => unknown;
type Queue = unknown[] & Record<string, Method | undefined>;

/** Methods that pages call while TikTok's snippet waits; it puts its own in their place. */
const METHODS = ['page', 'track', 'identify'];

function queue(): Queue {
  const page = window as unknown as { ttq?: Queue };
  page.ttq ??= [] as unknown as Queue;
  return page.ttq;
}

function call(method: string): void {
  const ttq = queue();
  // The pixel puts methods on the queue; until then an entry of the queue is a call (TikTok's base code).
  if (ttq[method]) ttq[method]();
  else ttq.push([method]);
  note('signal', ['tiktok', method]);
}

const tell = (isGranted: IsGranted) =>
  call(answerFor('tiktok', isGranted) ? 'grantConsent' : 'revokeConsent');

/** TikTok: hold before the pixel loads, then grant or revoke (VND-TIKTOK-001). */
addSignal({
  start(isGranted) {
    const ttq = queue();
    for (const method of METHODS) ttq[method] ??= (...args) => ttq.push([method, ...args]);
    call('holdConsent');
    if (answerFor('tiktok', isGranted)) tell(isGranted);
  },
  update: tell,
});
