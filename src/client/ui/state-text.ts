import type { CoreHandle } from '../ui-handover.ts';
import { notice } from './notice-config.ts';

/** How many of the optional categories are allowed now, in words (WDR-005). */
export function stateText(core: CoreHandle): string {
  const { purposes } = core.current();
  const granted = notice.purposes.filter(({ id, required }) => !required && purposes[id] === 'granted');
  return notice.texts.openState.replace('{granted}', granted.length.toLocaleString(notice.locale));
}
