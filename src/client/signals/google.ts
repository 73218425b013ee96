import { note } from '../debug/debug-log.ts';
import { isHeld } from '../is-held.ts';
import { addSignal, type IsGranted, statesFor } from '../signal.ts';
import { siteConfig as config } from '../site-config.ts';

type Page = { dataLayer?: unknown[]; gtag?: unknown };
const page = window as Page;

/** Google's command queue takes `arguments` objects, not arrays (developers.google.com/tag-platform/gtagjs). */
function gtag(..._command: unknown[]): void {
  page.dataLayer ??= [];
  // biome-ignore lint/complexity/noArguments: Google's tag tells commands from data by their being an arguments object.
  page.dataLayer.push(arguments);
}

function tell(...command: unknown[]): void {
  gtag(...command);
  note('signal', ['google', ...command]);
}

/** In the text of Google's own snippet. */
const DEFINITION = 'function gtag';

const waiting: unknown[][] = [];

const states = (isGranted: IsGranted) => statesFor('google', isGranted);

/** Google consent mode v2: one `default` before any tag, one `update` for each decision (GCM-001, GCM-002, GCM-008). */
addSignal({
  start(isGranted) {
    const options = config.signalOptions?.google;
    for (const name of options?.set ?? []) tell('set', name, true);
    tell('consent', 'default', { ...states(isGranted), ...options?.default });
    // Pages call it while the script that defines it waits, and whose own first commands must stand before.
    page.gtag ??= (...command: unknown[]) => (isHeld(DEFINITION) ? waiting.push(command) : gtag(...command));
  },
  update(isGranted) {
    tell('consent', 'update', states(isGranted));
    setTimeout(() => {
      if (!isHeld(DEFINITION)) for (const command of waiting.splice(0)) gtag(...command);
    });
  },
});
