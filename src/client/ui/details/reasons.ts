import { h } from '../h.ts';
import { details } from './details-config.ts';

/** "Why do I see this?": the regime and the rule of law that it stands on. */
export const reasons = (open: boolean): HTMLElement =>
  h(
    'details',
    { open },
    h('summary', { 'data-avowal-action': 'why' }, details.texts.why),
    ...details.reasons.map((reason) => h('p', { class: 's' }, reason)),
  );
