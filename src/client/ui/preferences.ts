import type { Choice } from '../../model/choice.ts';
import type { ConsentAction } from '../../model/consent-record.ts';
import type { NoticePurpose } from '../../model/notice.ts';
import type { CoreHandle } from '../ui-handover.ts';
import { type Draft, setPurpose } from './draft.ts';
import { actionButton, answerButtons } from './first-layer.ts';
import { h } from './h.ts';
import { loadDetails } from './load-details.ts';
import { loadFailed } from './load-failed.ts';
import { notice } from './notice-config.ts';
import { ownText } from './own-text.ts';
import { stateText } from './state-text.ts';

/** The second layer before it is opened, and what adds to it what is loaded only once somebody looks closer; with `why` at its reasons. */
export type Preferences = readonly [dialog: HTMLDialogElement, fill: (why: boolean) => void];

/** The second layer: one switch for each purpose and service, showing what counts now (WDR-003). */
export function preferences(
  core: CoreHandle,
  answer: (action: ConsentAction, choice?: Choice) => void,
): Preferences {
  const { texts, purposes } = notice;
  const { services } = core.config;
  const draft: Draft = core.current();
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
        ownText('h3', name),
        required
          ? h('span', { class: 's' }, texts.alwaysOn)
          : toggle(
              name[0],
              () => draft.purposes[id] === 'granted',
              (on) => setPurpose(draft, services, id, on),
            ),
      ),
      ownText('p', description),
      servicesCount && h('details', {}, h('summary', {}, servicesCount), list),
    );
  }

  const say = (what: () => HTMLElement[]) => {
    for (const [, list] of lists) list.replaceChildren(...what());
  };

  function fill(why: boolean): void {
    say(() => [h('p', { role: 'status' }, texts.loading)]);
    loadDetails()
      .then((details) => {
        details.fillPreferences(core, { draft, toggle, lists, more, why });
        show();
      })
      .catch(() => say(() => loadFailed(() => fill(why))));
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
      h('h2', { id: 'p', tabindex: '-1', autofocus: true }, texts.preferencesTitle),
      h('p', {}, texts.preferencesBody, ' ', h('a', { href: notice.policyUrl }, texts.policyLink)),
      h('p', { class: 's' }, stateText(core)),
      core.honoursGpc && h('p', { role: 'note' }, texts.gpcHonoured),
      texts.doNotSell && actionButton('opt-out', texts.doNotSell, () => answer('reject'), 'q'),
      ...purposes.map(section),
      more,
    ),
    h(
      'div',
      { class: 'b f' },
      ...answerButtons(answer),
      actionButton('save', texts.save, () => answer('save', draft)),
      core.isDecided() && actionButton('withdraw', texts.withdraw, () => answer('withdraw'), 'q'),
    ),
  );
  show();
  return [dialog, fill];
}
