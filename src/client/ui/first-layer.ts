import { h } from './h.ts';
import { notice, text } from './notice-config.ts';

/** What the buttons of the first layer do. */
export interface FirstLayerActions {
  readonly accept: () => void;
  readonly reject: () => void;
  readonly settings: (event: Event) => void;
}

/** A button that people's agents find by its attribute. */
export const actionButton = (
  action: string,
  label: string,
  run: (event: Event) => void,
  quiet = false,
): HTMLElement =>
  h(
    'button',
    { type: 'button', 'data-avowal-action': action, click: run, ...(quiet && { class: 'q' }) },
    label,
  );

/** The notice: who asks, for what, how to say yes and no, and how to change it later (LAW-L1-009). */
export function firstLayer(actions: FirstLayerActions): HTMLElement {
  const { texts, purposes, controller } = notice;
  const optional = purposes.filter(({ required }) => !required);
  const facts = {
    controller,
    purposes: optional.map(({ name }) => name).join(', '),
    services: new Set(optional.flatMap(({ services }) => services.map(({ id }) => id))).size,
  };
  return h(
    'div',
    {
      class: `n ${notice.layout}`,
      role: 'dialog',
      'aria-labelledby': 't',
      'aria-describedby': 'd',
      tabindex: '-1',
    },
    h('h2', { id: 't' }, texts.title),
    h(
      'div',
      { id: 'd' },
      h('p', {}, text(texts.body, facts)),
      h('p', { class: 's' }, texts.withdrawHint, ' ', h('a', { href: notice.policyUrl }, texts.policyLink)),
    ),
    h(
      'div',
      { class: 'b' },
      actionButton('accept', texts.accept, actions.accept),
      actionButton('reject', texts.reject, actions.reject),
      actionButton('settings', texts.settings, actions.settings),
    ),
  );
}
