import { sendPending } from '../../answer/send-pending.ts';
import type { CoreHandle } from '../../ui-handover.ts';
import { deleteDenied } from './delete-denied.ts';

/**
 * Does what no visitor sees: deletes what is denied and there all the same, sends answers that did not arrive.
 *
 * @param underWay what this page is sending already
 */
export function cleanUp(core: CoreHandle, underWay: ReadonlySet<string>): void {
  void deleteDenied(core);
  void sendPending(core, underWay);
}
