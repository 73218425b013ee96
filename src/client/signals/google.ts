import { note } from '../debug/debug-log.ts';
import { addSignal, type IsGranted, statesFor } from '../signal.ts';

type Page = { dataLayer?: unknown[] };

/** Google's command queue takes `arguments` objects, not arrays (developers.google.com/tag-platform/gtagjs). */
function gtag(...command: unknown[]): void {
  const page = window as Page;
  page.dataLayer ??= [];
  // biome-ignore lint/complexity/noArguments: Google's tag tells commands from data by their being an arguments object.
  page.dataLayer.push(arguments);
  note('signal', ['google', ...command]);
}

const states = (isGranted: IsGranted) => statesFor('google', isGranted);

/** Google consent mode v2: one `default` before any tag, one `update` for each decision (GCM-001, GCM-008). */
addSignal({
  start: (isGranted) => gtag('consent', 'default', { ...states(isGranted), wait_for_update: 500 }),
  update: (isGranted) => gtag('consent', 'update', states(isGranted)),
});
