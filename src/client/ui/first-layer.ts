import { h } from './h.ts';
import { notice } from './notice-config.ts';

/** A button that people's agents find by its attribute; its style is `q` for a quiet one, `l` for one that looks like a link. */
export const actionButton = (
  action: string,
  label: string,
  run: (event: Event) => void,
  style = '',
  twin = '',
): HTMLElement =>
  h(
    'button',
    { type: 'button', 'data-avowal-action': action, click: run, class: style, 'data-twin': twin },
    label,
  );

/** Accept and Reject, in every layer: each has room for the other's label too, so that no language or font sets them apart. */
export const answerButtons = (accept: () => void, reject: () => void): HTMLElement[] => [
  actionButton('accept', notice.texts.accept, accept, '', notice.texts.reject),
  actionButton('reject', notice.texts.reject, reject, '', notice.texts.accept),
];

/** What the buttons of the first layer do. */
export interface FirstLayerActions {
  readonly accept: () => void;
  readonly reject: () => void;
  readonly settings: (event: Event) => void;
  readonly why: (event: Event) => void;
}

/**
 * The notice: who asks, for what, how to say yes and no, and how to change it later (LAW-L1-009). `changed` names the
 * purposes that alone are asked again.
 */
export function firstLayer(actions: FirstLayerActions, changed: readonly string[]): HTMLElement {
  const { texts, body, layout } = notice;
  const asked =
    changed.length > 0 ? [texts.bodyChanged.replace('{purposes}', () => changed.join(', '))] : body;
  return h(
    'div',
    {
      class: `n ${layout}`,
      role: 'dialog',
      'aria-labelledby': 't',
      'aria-describedby': 'd',
      tabindex: '-1',
    },
    h(
      'div',
      { class: 'x' },
      h('h2', { id: 't' }, texts.title),
      h('div', { id: 'd' }, ...asked.map((sentence) => h('p', {}, sentence))),
      h(
        'p',
        { class: 's' },
        texts.withdrawHint,
        ' ',
        h('a', { href: notice.policyUrl }, texts.policyLink),
        ' · ',
        actionButton('why', texts.why, actions.why, 'l'),
      ),
      texts.doNotSell && actionButton('opt-out', texts.doNotSell, actions.reject, 'q'),
    ),
    h(
      'div',
      { class: 'b' },
      ...answerButtons(actions.accept, actions.reject),
      actionButton('settings', texts.settings, actions.settings, 'q'),
    ),
  );
}
