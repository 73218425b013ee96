import type { AvowalApi } from '../model/avowal-api.ts';
import type { Choice, StoredChoice } from '../model/choice.ts';
import type { ConsentAction, ConsentLayer } from '../model/consent-record.ts';
import type { RuntimeService } from '../model/runtime-config.ts';
import { guardPage } from './block/guard-page.ts';
import { letThrough } from './block/hold.ts';
import { observeDocument } from './block/observe-document.ts';
import { release, releaseElement } from './block/release.ts';
import { waitsUnder } from './block/waits-for.ts';
import { config, honoursGpc } from './config.ts';
import {
  currentChoice,
  isAllowed,
  isDecided,
  isPurposeAllowed,
  mayStore,
  setStoredChoice,
  storedChoice,
} from './consent.ts';
import { log, note } from './debug/debug-log.ts';
import { emit, on } from './events.ts';
import { followOtherTabs } from './follow-other-tabs.ts';
import { FRAME_TIME } from './frame-time.ts';
import { hasLeftovers } from './has-leftovers.ts';
import { loadChunk } from './load-chunk.ts';
import { loadUi, uiArrived } from './load-ui.ts';
import { send, writeCookie } from './natives.ts';
import { pageLocale } from './page-locale.ts';
import { showReopenTab } from './reopen-tab.ts';
import { signals } from './signal.ts';
import { type CoreHandle, HANDOVER, type NoticeUi } from './ui-handover.ts';

const isGranted = (purposes: readonly string[]) => purposes.every(isPurposeAllowed);

function apply(stored: StoredChoice, action: ConsentAction): void {
  setStoredChoice(stored);
  guardPage();
  note('choice', [action, currentChoice()]);
  for (const signal of signals) signal.update(isGranted);
  release();
  setTimeout(offerReopening, FRAME_TIME);
  emit('choice');
  if (action === 'withdraw') emit('withdraw');
}

/** Once there is a choice, every page has the control that changes it (WDR-001). */
function offerReopening(): void {
  const label = config.reopen?.[pageLocale(config.locales)];
  if (label && isDecided() && document.body && !document.querySelector('avowal-tab')) showReopenTab(label);
}

const withUi = <T>(use: (ui: NoticeUi) => T): Promise<T | undefined> =>
  loadUi()
    .then(use)
    .catch(console.warn as () => undefined);

const choose = (action: ConsentAction, layer: ConsentLayer, choice?: Choice) =>
  withUi((ui) => ui.choose(action, layer, choice));

const handle: CoreHandle = {
  config,
  current: currentChoice,
  stored: storedChoice,
  isDecided,
  isAllowed,
  mayStore,
  honoursGpc,
  apply,
  letThrough(element) {
    letThrough.add(element);
    releaseElement(element);
  },
  writeCookie,
  send,
  uiArrived,
  log,
};

const api = {
  get choice(): Choice {
    return currentChoice();
  },
  get decided(): boolean {
    return isDecided();
  },
  isGranted: (id: string) => !waitsUnder(id),
  on,
  open: () => withUi((ui) => ui.openPreferences(document.activeElement)),
  acceptAll: () => choose('accept', 'api'),
  rejectAll: () => choose('reject', 'api'),
  set: (choice: Choice) => choose('save', 'api', choice),
  withdraw: () => choose('withdraw', 'api'),
  receipt: () => withUi((ui) => ui.receipt()),
  debug: () => loadChunk(`debug.${config.uiRevision}`).catch(console.warn),
  [HANDOVER]: handle,
};

/** Buttons anywhere in the page with `data-avowal-action` work, the site's own ones too. */
function listenForActions(): void {
  document.addEventListener('click', (event) => {
    // What stands in the notice or a placeholder is their own.
    if (/^AVOWAL-[NP]/.test((event.target as Element).tagName)) return;
    const button = event.composedPath().find((node) => (node as HTMLElement).dataset?.avowalAction);
    if (button) withUi((ui) => ui.act(button as HTMLElement));
  });
}

function onHeld(element: Element, service: RuntimeService): void {
  if (service.embed && element.matches('iframe,embed,object,div,[data-avowal-embed]'))
    withUi((ui) => ui.standInFor(element, service));
}

function start(): void {
  // The notice takes a moment to arrive: it is on its way while the page is guarded.
  if (!isDecided()) {
    if (honoursGpc) choose('gpc', 'signal');
    else withUi((ui) => ui.showNotice());
  }
  // Before anything of the page runs, so that nothing gets past: whatever fails later, this stands.
  guardPage();
  observeDocument(onHeld, release);
  note('choice', ['start', currentChoice()]);
  for (const signal of signals) {
    signal.start((purposes) => !storedChoice() && isGranted(purposes));
    if (storedChoice()) signal.update(isGranted);
  }
  Object.defineProperty(window, 'avowal', { value: api satisfies AvowalApi });
  if (/avowal-debug/.test(location.search)) api.debug();
  listenForActions();
  followOtherTabs(apply);
  const whenParsed = () => {
    release();
    offerReopening();
    emit('ready');
    // Storage is slow to open: not before the page is there.
    if (hasLeftovers()) withUi((ui) => ui.tidyUp());
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', whenParsed);
  else whenParsed();
}

// A core that stands twice in a page must not ask or send twice. An element with that id is no core.
if (!Object.hasOwn(window, 'avowal')) start();
