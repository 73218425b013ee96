import type { CoreHandle } from '../../ui-handover.ts';

/** What the server has on record of this browser's choice; `null` without one. */
export async function readReceipt(core: CoreHandle): Promise<unknown> {
  const id = core.stored()?.recordId;
  return id ? (await core.send(`${core.config.server}/api/v1/receipts/${id}`)).json() : null;
}
