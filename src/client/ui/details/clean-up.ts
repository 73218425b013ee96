import { sendPending } from '../../answer/submit.ts';
import type { CoreHandle } from '../../ui-handover.ts';
import { deleteDenied } from './delete-denied.ts';

/** Does what no visitor sees: deletes what is denied and there all the same, sends answers that did not arrive. */
export function cleanUp(core: CoreHandle): void {
  void deleteDenied(core);
  void sendPending(core);
}
