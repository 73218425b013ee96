import { addSignal, enqueue, statesFor } from '../signal.ts';

/** An event for the triggers of a tag manager: after a choice, and on every page where one is stored. */
addSignal({
  start() {},
  update: (isGranted) =>
    enqueue('data-layer', 'dataLayer', {
      event: 'avowal_choice',
      avowal: { purposes: statesFor('data-layer', isGranted) },
    }),
});
