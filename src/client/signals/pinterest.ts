import { addSignal, answerFor, type IsGranted } from '../signal.ts';
import { whenDefined } from '../when-defined.ts';

type Pintrk = ((...command: unknown[]) => void) & { queue?: unknown[] };

let granted = false;
let tag: Pintrk | undefined;

const tell = () => tag?.('setconsent', granted);

function learn(isGranted: IsGranted): void {
  granted = answerFor('pinterest', isGranted);
  tell();
}

/** Pinterest's tag: `setconsent` before its `load`, and on every choice (VND-PIN-001). */
addSignal({
  start(isGranted) {
    learn(isGranted);
    whenDefined<Pintrk>('pintrk', (pintrk) => {
      tag = pintrk;
      tell();
    });
  },
  update: learn,
});
