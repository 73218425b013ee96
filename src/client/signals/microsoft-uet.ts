import { addSignal, enqueue, type IsGranted, statesFor } from '../signal.ts';

const tell = (command: 'default' | 'update') => (isGranted: IsGranted) =>
  enqueue('microsoft-uet', 'uetq', 'consent', command, statesFor('microsoft-uet', isGranted));

/** Microsoft's UET takes a missing default for a yes, so that it stands in the queue before the tag (VND-MSUET-001). */
addSignal({ start: tell('default'), update: tell('update') });
