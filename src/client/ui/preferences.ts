import type { Choice } from '../../model/choice.ts';
import type { NoticePurpose } from '../../model/notice.ts';
import type { CoreHandle } from '../ui-handover.ts';
import { type Draft, setPurpose } from './draft.ts';
import { actionButton, answerButtons } from './first-layer.ts';
import { h } from './h.ts';
import { loadDetails } from './load-details.ts';
import { notice } from './notice-config.ts';

/** What the preferences tell their owner. */
export interface PreferencesActions {
  readonly accept: () => void;
  readonly reject: () => void;
  readonly save: (choice: Choice) => void;
  readonly withdraw: () => void;
}

/** The second layer: one switch for each purpose and service, showing what counts now (WDR-003); with `why` it opens at its reasons. */
export function preferences(core: CoreHandle, actions: PreferencesActions, why: boolean): HTMLDialogElement {
  const { texts, purposes } = notice;
  const { services } = core.config;
  const draft: Draft = structuredClone(core.current()) as Draft;
  const switches: (readonly [HTMLInputElement, () => boolean])[] = [];
  const lists: (readonly [NoticePurpose, HTMLElement])[] = [];
  const more = h('div', {});

  function show(): void {
    for (const [input, on] of switches) input.checked = on();
  }

  function toggle(label: string, on: () => boolean, move: (on: boolean) => void): HTMLElement {
    const input = h('input', {
      type: 'checkbox',
      role: 'switch',
      'aria-label': label,
      change() {
        move(input.checked);
        show();
      },
    });
    switches.push([input, on]);
    return input;
  }

  function section(purpose: NoticePurpose): HTMLElement {
    const { id, name, description, required, servicesCount } = purpose;
    const list = h('div', {});
    lists.push([purpose, list]);
    return h(
      'section',
      {},
      h(
        'div',
        { class: 'r' },
        h('h3', {}, name),
        required
          ? h('span', { class: 's' }, texts.alwaysOn)
          : toggle(
              name,
              () => draft.purposes[id] === 'granted',
              (on) => setPurpose(draft, services, id, on),
            ),
      ),
      core.honoursGpc && !required && h('p', { class: 's g' }, texts.gpcOptedOut),
      h('p', {}, description),
      servicesCount && h('details', {}, h('summary', {}, servicesCount), list),
    );
  }

  const say = (...what: readonly (() => HTMLElement)[]) => {
    for (const [, list] of lists) list.replaceChildren(...what.map((make) => make()));
  };

  function fill(): void {
    say(() => h('p', { role: 'status' }, texts.loading));
    loadDetails()
      .then((details) => {
        details.fillPreferences(core, { draft, toggle, lists, more, why });
        show();
      })
      .catch(() =>
        say(
          () => h('p', { role: 'alert' }, texts.loadFailed),
          () => actionButton('reload', texts.reload, fill, 'q'),
        ),
      );
  }

  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'p' },
    h(
      'div',
      { class: 'x' },
      h(
        'button',
        { type: 'button', class: 'y', 'aria-label': texts.close, click: () => dialog.close() },
        '×',
      ),
      h('h2', { id: 'p', tabindex: '-1' }, texts.preferencesTitle),
      h('p', {}, texts.preferencesBody, ' ', h('a', { href: notice.policyUrl }, texts.policyLink)),
      core.honoursGpc && h('p', { role: 'note' }, texts.gpcHonoured),
      texts.doNotSell && actionButton('opt-out', texts.doNotSell, actions.reject, 'q'),
      ...purposes.map(section),
      more,
    ),
    h(
      'div',
      { class: 'b f' },
      ...answerButtons(actions.accept, actions.reject),
      actionButton('save', texts.save, () => actions.save(draft)),
      core.isDecided() && actionButton('withdraw', texts.withdraw, actions.withdraw, 'q'),
    ),
  );
  show();
  fill();
  return dialog;
}
