import type { Answer, Choice } from '../../model/choice.ts';
import type { ConsentAction, ConsentLayer } from '../../model/consent-record.ts';
import { deleteDenied } from '../answer/delete-denied.ts';
import { makeAnswer } from '../answer/make-answer.ts';
import { sendPending } from '../answer/submit.ts';
import { type CoreHandle, HANDOVER, type NoticeUi } from '../ui-handover.ts';
import { firstLayer } from './first-layer.ts';
import { h } from './h.ts';
import { notice } from './notice-config.ts';
import { fillPlaceholder } from './placeholder-form.ts';
import { giveBack, putPlaceholder } from './placeholders.ts';
import { preferences } from './preferences.ts';
import { shadowOf } from './shadow-host.ts';

/** Milliseconds that a message stays; what it says can be seen in the preferences at any time. */
const MESSAGE_TIME = 8_000;

/** Keeps the end of the page clear of the notice: scrolling stops before it, and the last lines can be scrolled above it. */
function keepClear(height: string): void {
  const { style } = document.documentElement;
  style.scrollPaddingBottom = height;
  style.paddingBottom = height;
}

function startUi(core: CoreHandle): NoticeUi {
  const { texts, purposes } = notice;
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
  if (document.body?.firstElementChild) mount();
  else document.addEventListener('DOMContentLoaded', mount);

  let layer: HTMLElement | undefined;
  let dialog: HTMLDialogElement | undefined;

  function hideNotice(): void {
    layer?.remove();
    layer = undefined;
    keepClear('');
  }

  function announce(what: 'saved' | 'gpcHonoured', reload = false): void {
    message.replaceChildren(
      reload ? texts.reloadHint : texts[what],
      ...(reload ? [h('button', { type: 'button', click: () => location.reload() }, texts.reload)] : []),
    );
    if (!reload) setTimeout(() => message.replaceChildren(), MESSAGE_TIME);
  }

  function everything(answer: Answer): Choice {
    const optional = purposes.filter(({ required }) => !required);
    return { purposes: Object.fromEntries(optional.map(({ id }) => [id, answer])), services: {} };
  }

  function choose(
    action: ConsentAction,
    from: ConsentLayer,
    choice: Choice = everything(action === 'accept' ? 'granted' : 'denied'),
  ): void {
    const wasShown = layer ?? dialog;
    const stopped = makeAnswer(core, action, from, notice.locale, choice);
    giveBack((_, service) => core.isAllowed(service), core.letThrough);
    hideNotice();
    dialog?.close();
    if (action === 'gpc') announce('gpcHonoured');
    else if (wasShown || from !== 'api') announce('saved', stopped.length > 0);
  }

  function openPreferences(opener: Element | null): void {
    if (dialog) return;
    const current = preferences(
      core,
      {
        accept: () => choose('accept', 'preferences'),
        reject: () => choose('reject', 'preferences'),
        save: (choice) => choose('save', 'preferences', choice),
        withdraw: () => choose('withdraw', 'preferences'),
      },
      () => current.close(),
    );
    dialog = current;
    // Closing, by Escape too, changes nothing (LAW-L1-006).
    current.addEventListener('close', () => {
      current.remove();
      dialog = undefined;
      if (opener instanceof HTMLElement) opener.focus();
    });
    current.addEventListener('click', (event) => {
      if (event.target === current) current.close();
    });
    root.append(current);
    current.showModal();
    current.querySelector<HTMLElement>('#p')?.focus();
  }

  function showNotice(): void {
    const policy = new URL(notice.policyUrl, location.href);
    // The policy can be read before any choice; its own controls open the preferences (POL-008).
    if (layer || (policy.host === location.host && policy.pathname === location.pathname)) return;
    layer = firstLayer({
      accept: () => choose('accept', 'notice'),
      reject: () => choose('reject', 'notice'),
      settings: (event) => openPreferences(event.currentTarget as Element),
    });
    root.prepend(layer);
    // What gets the keyboard focus must not lie behind the notice (WCAG 2.2 SC 2.4.11).
    keepClear(`${layer.offsetHeight + 24}px`);
  }

  return {
    showNotice,
    openPreferences,
    choose,
    showPlaceholder(element, service) {
      const placeholder = core.isAllowed(service) ? undefined : putPlaceholder(element, service);
      if (!placeholder) return;
      fillPlaceholder(
        placeholder,
        service,
        () => giveBack((shown) => shown === placeholder, core.letThrough),
        () => {
          const current = core.current();
          choose('save', 'placeholder', {
            ...current,
            services: { ...current.services, [service.id]: 'granted' },
          });
        },
      );
    },
    tidyUp() {
      void deleteDenied(core);
      void sendPending(core);
    },
    async receipt() {
      const id = core.stored()?.recordId;
      return id ? (await core.send(`${core.config.server}/api/v1/receipts/${id}`)).json() : null;
    },
  };
}

type Avowal = Record<typeof HANDOVER, (start: (core: CoreHandle) => NoticeUi) => void>;
(window as unknown as { avowal: Avowal }).avowal[HANDOVER](startUi);
