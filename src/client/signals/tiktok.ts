import { addSignal, answerFor, type IsGranted } from '../signal.ts';

type Method = 'holdConsent' | 'grantConsent' | 'revokeConsent';
type Queue = unknown[] & Partial<Record<Method, () => void>>;

function call(method: Method): void {
  const page = window as { ttq?: Queue };
  page.ttq ??= [];
  // The pixel puts methods on the queue; until then an entry of the queue is a call (TikTok's base code).
  if (page.ttq[method]) page.ttq[method]();
  else page.ttq.push([method]);
}

const tell = (isGranted: IsGranted) =>
  call(answerFor('tiktok', isGranted) ? 'grantConsent' : 'revokeConsent');

/** TikTok: hold before the pixel loads, then grant or revoke (VND-TIKTOK-001). */
addSignal({
  start(isGranted) {
    call('holdConsent');
    if (answerFor('tiktok', isGranted)) tell(isGranted);
  },
  update: tell,
});
