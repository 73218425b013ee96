import type { CoreHandle } from '../ui-handover.ts';
import { notice } from './notice-config.ts';

/** How many of the optional categories are allowed now, in words (WDR-005). */
export function stateText({ config, current }: CoreHandle): string {
  const { purposes } = current();
  const granted = config.purposes.filter(({ id, required }) => !required && purposes[id] === 'granted');
  return notice.states[granted.length] ?? '';
}
