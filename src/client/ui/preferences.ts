import type { Answer, Choice } from '../../model/choice.ts';
import type { NoticePurpose } from '../../model/notice.ts';
import type { CoreHandle } from '../ui-handover.ts';
import { actionButton } from './first-layer.ts';
import { h } from './h.ts';
import { notice } from './notice-config.ts';
import { serviceCard } from './service-card.ts';

/** What the preferences tell their owner. */
export interface PreferencesActions {
  readonly accept: () => void;
  readonly reject: () => void;
  readonly save: (choice: Choice) => void;
  readonly withdraw: () => void;
}

const answerOf = (input: HTMLInputElement): Answer => (input.checked ? 'granted' : 'denied');

const toggle = (
  label: string,
  checked: boolean,
  data: Readonly<Record<string, string>>,
  change: () => void,
) => {
  const input = h('input', { type: 'checkbox', role: 'switch', 'aria-label': label, ...data, change });
  input.checked = checked;
  return input;
};

function purposeSection(purpose: NoticePurpose, choice: Choice): HTMLElement {
  const { texts } = notice;
  const { id, name, description, services } = purpose;
  const granted = choice.purposes[id] === 'granted';
  const ofServices = services.map((service) =>
    // What stands under no service is the site's own code: its purpose alone decides.
    purpose.required || !service.id
      ? null
      : toggle(
          service.name,
          (choice.services[service.id] ?? choice.purposes[id]) === 'granted',
          { 'data-service': service.id },
          () => {
            if (own) own.checked = ofServices.some((input) => input?.checked);
          },
        ),
  );
  // A category's switch moves those of its services; one of theirs moves only itself and this one.
  const own = purpose.required
    ? null
    : toggle(name, granted, { 'data-purpose': id }, () => {
        for (const input of ofServices) if (input) input.checked = own?.checked ?? false;
      });
  return h(
    'section',
    {},
    h('div', { class: 'r' }, h('h3', {}, name), own ?? h('span', { class: 's' }, texts.alwaysOn)),
    h('p', {}, description),
    services.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, purpose.servicesCount),
        ...services.map((service, index) => serviceCard(service, ofServices[index] ?? null)),
      ),
  );
}

/** The switches as they stand: exactly what is shown, and services only where they differ (LAW-L2-003). */
function readChoice(dialog: HTMLElement): Choice {
  const inputs = [...dialog.querySelectorAll('input')];
  const purposes = Object.fromEntries(
    inputs.filter(({ dataset }) => dataset.purpose).map((input) => [input.dataset.purpose, answerOf(input)]),
  );
  const services: Record<string, Answer> = {};
  for (const purpose of notice.purposes) {
    for (const { id } of purpose.services.filter((service) => service.id)) {
      const own = inputs.filter(({ dataset }) => dataset.service === id);
      const differs = own.some((input) => answerOf(input) !== purposes[purpose.id]);
      if (differs) services[id] = own.every(({ checked }) => checked) ? 'granted' : 'denied';
    }
  }
  return { purposes, services };
}

/** The second layer: one switch for each purpose and service, showing what counts now (WDR-003). */
export function preferences(
  core: CoreHandle,
  actions: PreferencesActions,
  close: () => void,
): HTMLDialogElement {
  const { texts, purposes } = notice;
  const choice = core.current();
  const id = core.stored()?.consentId;
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'p' },
    h(
      'div',
      { class: 'd' },
      h('button', { type: 'button', class: 'x', 'aria-label': texts.close, click: close }, '×'),
      h('h2', { id: 'p', tabindex: '-1' }, texts.preferencesTitle),
      h('p', {}, texts.preferencesBody, ' ', h('a', { href: notice.policyUrl }, texts.policyLink)),
      core.gpcHonoured && h('p', { role: 'note' }, texts.gpcHonoured),
      ...purposes.map((purpose) => purposeSection(purpose, choice)),
      id && h('p', { class: 's' }, `${texts.consentId}: `, h('code', {}, id)),
    ),
    h(
      'div',
      { class: 'b f' },
      actionButton('accept', texts.accept, actions.accept),
      actionButton('reject', texts.reject, actions.reject),
      actionButton('save', texts.save, () => actions.save(readChoice(dialog))),
      core.isDecided() && actionButton('withdraw', texts.withdraw, actions.withdraw, true),
    ),
  );
  return dialog;
}
