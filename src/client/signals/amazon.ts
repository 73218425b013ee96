import { note } from '../debug/debug-log.ts';
import { addSignal, answersFor, attempt, type IsGranted } from '../signal.ts';
import { siteConfig as config } from '../site-config.ts';

type AmznConsent = (consent: Readonly<Record<string, unknown>>) => void;

let library: AmznConsent | undefined;
let consent: Record<string, unknown> | undefined;

function tell(): void {
  if (!library || !consent) return;
  library(consent);
  note('signal', ['amazon', consent]);
}

/** Amazon's consent script begins with a no, and is told once it is there and there is an answer (VND-AMZ-001). */
addSignal({
  start() {
    const page = window as { amznConsent?: AmznConsent };
    library = page.amznConsent;
    Object.defineProperty(page, 'amznConsent', {
      configurable: true,
      get: () => library,
      set(value) {
        library = value;
        // Not before the script that defines it has run; its neighbour amzn.js comes after that.
        queueMicrotask(() => attempt(tell));
      },
    });
  },
  update(isGranted: IsGranted) {
    const answers = Object.entries(answersFor('amazon', isGranted));
    const words = answers.map(([kind, yes]) => [kind, yes ? 'GRANTED' : 'DENIED']);
    consent = { countryCode: config.signalOptions?.amazon?.country, ...Object.fromEntries(words) };
    tell();
  },
});
