import { addSignal, type IsGranted, statesFor } from '../signal.ts';

type Page = { uetq?: unknown[] };

function tell(command: 'default' | 'update', isGranted: IsGranted): void {
  const page = window as Page;
  page.uetq ??= [];
  page.uetq.push('consent', command, statesFor('microsoft-uet', isGranted));
}

/** Microsoft's UET takes a missing default for a yes, so that it stands in the queue before the tag (VND-MSUET-001). */
addSignal({
  start: (isGranted) => tell('default', isGranted),
  update: (isGranted) => tell('update', isGranted),
});
