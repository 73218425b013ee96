import type { Answer, Choice } from '../model/choice.ts';
import type { ConsentAction, ConsentLayer } from '../model/consent-record.ts';
import type { RuntimeService } from '../model/runtime-config.ts';
import { deleteDenied } from './block/delete-denied.ts';
import { observeDocument } from './block/observe-document.ts';
import { patchElements } from './block/patch-elements.ts';
import { patchMarkup } from './block/patch-markup.ts';
import { patchNetwork } from './block/patch-network.ts';
import { patchStorage } from './block/patch-storage.ts';
import { release } from './block/release.ts';
import { config } from './config.ts';
import {
  answerTo,
  currentChoice,
  everything,
  hasGpc,
  isAllowed,
  isDecided,
  keep,
  storedChoice,
} from './consent.ts';
import { DEBUG_HANDOVER, type DebugHandle, log } from './debug/debug-log.ts';
import { emit, on } from './events.ts';
import { loadUi, pageLocale, uiArrived } from './load-ui.ts';
import { allowOnce, releasePlaceholders, showPlaceholder } from './placeholder.ts';
import { showReopenTab } from './reopen-tab.ts';
import { signals } from './signal.ts';
import { sendPending, submit } from './submit.ts';
import { type CoreHandle, HANDOVER, type NoticeUi } from './ui-handover.ts';

const isGranted = (purposes: readonly string[]) => purposes.every((id) => answerTo(id) === 'granted');
let gpcHonoured = false;

function choose(choice: Choice, action: ConsentAction, layer: ConsentLayer): boolean {
  const before = config.services.filter(isAllowed);
  submit(keep(choice, action, layer, pageLocale()));
  for (const signal of signals) signal.update(isGranted);
  const stopped = before.some((service) => !isAllowed(service));
  void deleteDenied();
  const ready = (id: string) => config.services.some((service) => service.id === id && isAllowed(service));
  releasePlaceholders(ready);
  void release();
  offerReopening();
  emit('choice', currentChoice());
  if (action === 'withdraw') emit('withdraw', currentChoice());
  return stopped;
}

/** Once there is a choice, every page has the control that changes it (WDR-001). */
function offerReopening(): void {
  const label = config.reopen?.[pageLocale()];
  if (label && isDecided() && document.body && !document.querySelector('avowal-tab')) showReopenTab(label);
}

const withUi = (use: (ui: NoticeUi) => void) =>
  loadUi().then(use, (error: unknown) => {
    console.warn(error);
  });

const openPreferences = (opener: Element | null = document.activeElement) =>
  withUi((ui) => ui.openPreferences(opener));

function act(action: ConsentAction, answer: Answer, layer: ConsentLayer): void {
  choose(everything(answer), action, layer);
  if (document.querySelector('avowal-notice')) {
    withUi((ui) => {
      ui.hideNotice();
      ui.announce('saved');
    });
  }
}

const handle: CoreHandle = {
  current: currentChoice,
  isDecided,
  consentId: () => storedChoice()?.consentId,
  gpcHonoured: () => gpcHonoured,
  choose,
  everything,
  once: allowOnce,
};

const api = {
  get choice(): Choice {
    return currentChoice();
  },
  get decided(): boolean {
    return isDecided();
  },
  on,
  open: () => openPreferences(),
  acceptAll: () => act('accept', 'granted', 'api'),
  rejectAll: () => act('reject', 'denied', 'api'),
  set: (choice: Choice) => void choose(choice, 'save', 'api'),
  withdraw: () => act('withdraw', 'denied', 'api'),
  receipt: async (): Promise<unknown> => {
    const id = storedChoice()?.recordId;
    return id ? (await fetch(`${config.server}/api/v1/receipts/${id}`)).json() : null;
  },
  [HANDOVER]: (start: (core: CoreHandle) => NoticeUi) => uiArrived(start(handle)),
  [DEBUG_HANDOVER]: { log, config, current: currentChoice } satisfies DebugHandle,
};

/** Buttons anywhere in the page with `data-avowal-action` work, the site's own ones too. */
function listenForActions(): void {
  document.addEventListener('click', (event) => {
    const path = event.composedPath();
    // What stands in the notice or a placeholder is their own.
    if (path.some((node) => node instanceof Element && /^AVOWAL-(N|P)/.test(node.tagName))) return;
    const target = path[0];
    const button = target instanceof Element ? target.closest('[data-avowal-action]') : null;
    const action = button?.getAttribute('data-avowal-action');
    if (action === 'open' || action === 'settings') openPreferences(button);
    else if (action === 'accept') act('accept', 'granted', 'policy');
    else if (action === 'reject' || action === 'withdraw') act(action, 'denied', 'policy');
  });
}

function whenParsed(run: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run);
  else run();
}

function onHeld(element: Element, service: RuntimeService): void {
  if (service.embed && element.matches('iframe,embed,object,div,[data-avowal-embed]'))
    showPlaceholder(element, service);
}

function start(): void {
  // First of all, so that nothing gets past: whatever fails later, this stands.
  patchStorage();
  patchElements();
  patchMarkup();
  patchNetwork();
  observeDocument(onHeld, () => void release());
  for (const signal of signals) {
    // With an opt-out signal nothing is granted for a moment either.
    signal.start(
      (purposes) => !storedChoice() && !(config.regime.gpc === 'deny' && hasGpc()) && isGranted(purposes),
    );
    if (storedChoice()) signal.update(isGranted);
  }
  Object.defineProperty(window, 'avowal', { value: api });
  void sendPending();
  if (config.regime.gpc === 'deny' && hasGpc() && !isDecided()) {
    gpcHonoured = true;
    choose(everything('denied'), 'gpc', 'signal');
  }
  if (isDecided()) {
    void deleteDenied();
  } else {
    withUi((ui) => ui.showNotice());
  }
  listenForActions();
  whenParsed(() => {
    void release();
    offerReopening();
    if (gpcHonoured) withUi((ui) => ui.announce('gpcHonoured'));
    emit('ready', currentChoice());
  });
}

// A core that stands twice in a page must not ask or send twice.
if (!('avowal' in window)) start();
