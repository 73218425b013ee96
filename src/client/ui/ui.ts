import { shadowOf } from './shadow-host.ts';

// The style sheet comes first, beside the layout and the theme: like beside like is smaller.

import type { AvowalApi } from '../../model/avowal-api.ts';
import type { Choice } from '../../model/choice.ts';
import type { ConsentAction, ConsentLayer } from '../../model/consent-record.ts';
import { makeAnswer } from '../answer/make-answer.ts';
import { underWay } from '../answer/submit.ts';
import { FRAME_TIME } from '../frame-time.ts';
import { type CoreHandle, HANDOVER, type NoticeUi } from '../ui-handover.ts';
import { type Draft, setPurpose } from './draft.ts';
import { actionButton, firstLayer } from './first-layer.ts';
import { h } from './h.ts';
import { keepClear } from './keep-clear.ts';
import { hasDetails, loadDetails, withDetails } from './load-details.ts';
import { notice } from './notice-config.ts';
import { type Preferences, preferences } from './preferences.ts';
import { standIn } from './stand-in.ts';
import { stateText } from './state-text.ts';

/** Milliseconds that a message stays; what it says can be seen in the preferences at any time. */
const MESSAGE_TIME = 8_000;

function startUi(core: CoreHandle, on: AvowalApi['on']): NoticeUi {
  const { texts, purposes } = notice;
  const optional = purposes.filter(({ required }) => !required);
  const host = document.createElement('avowal-notice');
  const root = shadowOf(host);
  const message = h('div', { class: 't', role: 'status' });
  root.append(message);
  // Early in the document, so that keyboard and screen reader meet it first (A11Y-007): only a skip link comes before it.
  const mount = () => {
    const first = document.body.firstElementChild;
    if (first?.matches('a[href^="#"]')) first.after(host);
    else document.body.prepend(host);
  };
  if (document.readyState !== 'loading' || document.body?.firstElementChild) mount();
  else document.addEventListener('DOMContentLoaded', mount);

  let hideNotice: (() => void) | undefined;
  let prepared: Preferences | undefined;
  let dialog: HTMLDialogElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function announce(text = '', reload?: boolean): void {
    message.replaceChildren(
      `${text} `,
      ...(reload ? [actionButton('reload', texts.reload, () => location.reload(), 'l')] : []),
    );
    clearTimeout(timer);
    if (!reload) timer = setTimeout(() => message.replaceChildren(), MESSAGE_TIME);
  }

  function choose(action: ConsentAction, from: ConsentLayer, choice?: Choice): void {
    const wasShown = hideNotice ?? dialog;
    const stopped = makeAnswer(core, action, from, notice.locale, choice);
    const hasDenied = core.config.trackers.some((tracker) => !core.mayStore(tracker));
    const tells = wasShown || from !== 'api';
    setTimeout(() => {
      if (tells) announce(action === 'gpc' ? texts.gpcHonoured : texts.saved, stopped);
      if (stopped || hasDenied || hasDetails()) {
        void withDetails((details) => {
          details.giveBackAllowed(core);
          void details.deleteDenied(core);
          if (tells && stopped) details.stopRunning(announce);
        });
      }
    }, FRAME_TIME);
  }

  const prepare = () =>
    (prepared ??= preferences(core, (action, choice) => choose(action, 'preferences', choice)));

  function openPreferences(opener?: Element | null, why?: boolean): void {
    // One that was closed a moment ago still waits for its event.
    if (dialog?.open) return;
    const [current, fill] = prepare();
    prepared = undefined;
    dialog = current;
    // Closing, by Escape too, changes nothing (LAW-L1-006).
    current.addEventListener('close', () => {
      current.remove();
      if (dialog === current) dialog = undefined;
      (opener as HTMLElement | null)?.focus();
    });
    current.addEventListener('click', (event) => {
      if (event.target === current) current.close();
    });
    root.append(current);
    current.showModal();
    describeTab();
    setTimeout(fill, FRAME_TIME, why);
  }

  function showNotice(): void {
    const policy = new URL(notice.policyUrl, location.href);
    // The policy can be read before any choice; its own controls open the preferences (POL-008).
    if (hideNotice || policy.host + policy.pathname === location.host + location.pathname) return;
    const answers = core.stored()?.purposes;
    // Who has answered before is asked only what has changed since, and the other answers stay (LAW-STO-010).
    const changed = answers ? optional.filter(({ id }) => !answers[id]) : [];
    const answer = (action: 'accept' | 'reject') => {
      if (!answers || changed.length === optional.length)
        return choose(action, answers ? 'changes' : 'notice');
      const draft: Draft = core.current();
      for (const { id } of changed) {
        // A no to a single service is one of the other answers; a no to the purpose ends each of its services.
        if (action === 'accept') draft.purposes[id] = 'granted';
        else setPurpose(draft, core.config.services, id, false);
      }
      choose('save', 'changes', draft);
    };
    const layer = firstLayer(
      changed.map(({ name }) => name),
      answer,
      (event, why) => openPreferences(event.currentTarget as Element, why),
      prepare,
    );
    root.prepend(layer);
    const release = keepClear(layer);
    hideNotice = () => {
      layer.remove();
      release();
      hideNotice = undefined;
    };
  }

  /** The control that opens the preferences again tells what counts (WDR-005); the core makes it without these texts. */
  function describeTab(): void {
    const tab = document.querySelector('avowal-tab')?.shadowRoot?.firstElementChild as
      | HTMLElement
      | undefined;
    if (tab) tab.title = stateText(core);
  }

  // Whatever is asked here has its answer, from another tab perhaps.
  on('choice', () => {
    // They would show what counted before.
    prepared = undefined;
    // The core makes the control in a task of its own, before this one.
    setTimeout(describeTab, FRAME_TIME);
    if (!core.isDecided()) return;
    hideNotice?.();
    dialog?.close();
  });

  return {
    showNotice,
    receipt: () => loadDetails().then((details) => details.readReceipt(core)),
    announce,
    act(action, opener, choice) {
      if (action === 'open' || action === 'settings') openPreferences(opener);
      else if (!opener || /^(accept|reject|withdraw)$/.test(action))
        choose(action, opener ? 'policy' : action === 'gpc' ? 'signal' : 'api', choice);
    },
    standInFor: (element, service) =>
      standIn(core, on, element as HTMLElement, service, (choice) => choose('save', 'placeholder', choice)),
    tidyUp() {
      void withDetails((details) => details.cleanUp(core, underWay));
    },
  };
}

const { [HANDOVER]: core, on } = (window as unknown as { avowal: AvowalApi & { [HANDOVER]: CoreHandle } })
  .avowal;
core.uiArrived(startUi(core, on));
