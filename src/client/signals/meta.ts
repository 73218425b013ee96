import { addSignal, answerFor, type IsGranted } from '../signal.ts';
import { whenDefined } from '../when-defined.ts';

type Fbq = ((...command: unknown[]) => void) & { queue?: unknown[] };

let granted = false;
let pixel: Fbq | undefined;

const tell = () => pixel?.('consent', granted ? 'grant' : 'revoke');

function learn(isGranted: IsGranted): void {
  granted = answerFor('meta', isGranted);
  tell();
}

/** Meta's pixel: `revoke` before its `init`, `grant` on consent (VND-META-001). */
addSignal({
  start(isGranted) {
    learn(isGranted);
    whenDefined<Fbq>('fbq', (fbq) => {
      pixel = fbq;
      tell();
    });
  },
  update: learn,
});
