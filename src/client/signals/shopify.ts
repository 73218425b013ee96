import { note } from '../debug/debug-log.ts';
import { addSignal, answersFor, attempt, type IsGranted } from '../signal.ts';

interface Shopify {
  readonly loadFeatures: (
    features: readonly { name: string; version: string }[],
    done: (error: unknown) => void,
  ) => void;
  readonly customerPrivacy?: {
    setTrackingConsent: (answers: Record<string, boolean>, done: () => void) => void;
  };
}

function tell(isGranted: IsGranted): void {
  const shopify = (window as { Shopify?: Shopify }).Shopify;
  // A theme may print Shopify's head after this script.
  if (!shopify?.loadFeatures) {
    if (document.readyState !== 'complete')
      addEventListener('load', () => attempt(() => tell(isGranted)), { once: true });
    return;
  }
  shopify.loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], (error) => {
    if (error || !shopify.customerPrivacy) return;
    const answers = answersFor('shopify', isGranted);
    shopify.customerPrivacy.setTrackingConsent(answers, () => {});
    note('signal', ['shopify', 'setTrackingConsent', answers]);
  });
}

/** Shopify's customer privacy API keeps what it is told; without an answer it asks nothing of it (VND-SHOPIFY-001). */
addSignal({ start() {}, update: tell });
