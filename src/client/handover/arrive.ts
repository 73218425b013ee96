import type { AvowalApi } from '../../model/avowal-api.ts';
import type { HandedOver } from '../../model/handover.ts';
import type { CoreHandle } from '../ui-handover.ts';
import { post } from './post.ts';

/** Redeems a token, and keeps the notice back until it is known whether there is something left to ask. */
export function arrive(core: CoreHandle, avowal: AvowalApi, token: string): void {
  const { uiArrived } = core;
  const redeemed = post<HandedOver>(core, {
    token,
    referrer: document.referrer,
    configHash: core.config.configHash,
    held: core.stored()?.recordId,
  }).then((handed) => {
    // An answer that the visitor has given here meanwhile is newer.
    if (!handed.choice || (core.stored()?.time ?? 0) > handed.choice.time) return undefined;
    core.writeCookie(handed.cookie);
    core.apply(handed.choice, handed.action);
    // Whatever needs the notice's program has it loaded; a receipt changes nothing.
    void avowal.receipt();
    return handed.message;
  });
  (core as { -readonly [part in keyof CoreHandle]: CoreHandle[part] }).uiArrived = (ui) => {
    uiArrived({ ...ui, showNotice: () => void redeemed.then(() => core.isDecided() || ui.showNotice()) });
    void redeemed.then((message) => message && ui.announce(message));
  };
}
