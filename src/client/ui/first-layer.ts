import type { OwnText } from '../../model/notice.ts';
import { h } from './h.ts';
import { notice } from './notice-config.ts';
import { ownText } from './own-text.ts';

/** A button that people's agents find by its attribute; its style is `q` for a quiet one, `l` for one that looks like a link. */
export const actionButton = (
  action: string,
  label: string,
  run: (event: Event) => void,
  style?: string,
  twin?: string,
  prepare?: () => void,
): HTMLElement =>
  h(
    'button',
    {
      type: 'button',
      'data-avowal-action': action,
      click: run,
      class: style,
      pointerdown: prepare,
      'data-twin': twin,
    },
    label,
  );

/** Accept and Reject, in every layer: each has room for the other's label too, so that no language or font sets them apart. */
export const answerButtons = (answer: (action: 'accept' | 'reject') => void): HTMLElement[] =>
  (['accept', 'reject'] as const).map((action) =>
    actionButton(
      action,
      notice.texts[action],
      () => answer(action),
      '',
      notice.texts[action === 'accept' ? 'reject' : 'accept'],
    ),
  );

/**
 * The notice: who asks, for what, how to say yes and no, and how to change it later (LAW-L1-009). `changed` names the
 * purposes that alone are asked again; `open` opens the preferences, at their reasons too, and `prepare` makes them.
 */
export function firstLayer(
  changed: readonly OwnText[],
  answer: (action: 'accept' | 'reject') => void,
  open: (event: Event, why?: boolean) => void,
  prepare: () => void,
): HTMLElement {
  const { texts, body } = notice;
  const [before = '', after = ''] = texts.bodyChanged.split('{purposes}');
  const asked: typeof body =
    changed.length > 0 ? [[before, ...changed.flatMap((name) => [', ', name]).slice(1), after]] : body;
  return h(
    'div',
    {
      class: 'n',
      role: 'dialog',
      'aria-labelledby': 't',
      'aria-describedby': 'd',
      tabindex: '-1',
    },
    h(
      'div',
      { class: 'x' },
      h('h2', { id: 't' }, texts.title),
      h(
        'div',
        { id: 'd' },
        ...asked.map((sentence) =>
          h('p', {}, ...sentence.map((part) => (typeof part === 'string' ? part : ownText('b', part)))),
        ),
      ),
      h(
        'p',
        { class: 's' },
        texts.withdrawHint,
        ' ',
        h('a', { href: notice.policyUrl }, texts.policyLink),
        ' · ',
        actionButton('why', texts.why, (event) => open(event, true), 'l'),
      ),
      texts.doNotSell && actionButton('opt-out', texts.doNotSell, () => answer('reject'), 'q'),
    ),
    h(
      'div',
      { class: 'b' },
      ...answerButtons(answer),
      actionButton('settings', texts.settings, open, 'q', '', prepare),
    ),
  );
}
