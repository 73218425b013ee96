import type { AvowalApi } from '../model/avowal-api.ts';
import type { Choice, StoredChoice } from '../model/choice.ts';
import type { ConsentAction } from '../model/consent-record.ts';
import type { RuntimeService } from '../model/runtime-config.ts';
import { guardPage } from './block/guard-page.ts';
import { letThrough } from './block/hold.ts';
import { observeDocument } from './block/observe-document.ts';
import { release, releaseElement } from './block/release.ts';
import { waitsUnder } from './block/waits-for.ts';
import { config, honoursGpc, saidBefore } from './config.ts';
import {
  currentChoice,
  isAllowed,
  isDecided,
  isPurposeAllowed,
  mayStore,
  setStoredChoice,
  stored,
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
import { refuse } from './refuse.ts';
import { showReopenTab } from './reopen-tab.ts';
import { signals } from './signal.ts';
import { type CoreHandle, HANDOVER, type NoticeUi, type UiAction } from './ui-handover.ts';

const isGranted = (purposes: readonly string[]) => purposes.every(isPurposeAllowed);

const apply = (choice: StoredChoice | undefined, action: ConsentAction): void => {
  setStoredChoice(choice);
  guardPage();
  note('choice', [action, currentChoice()]);
  for (const signal of signals) signal.update(isGranted);
  release();
  setTimeout(offerReopening, FRAME_TIME);
  emit('choice');
  if (action === 'withdraw') emit('withdraw');
};

/** What the core says in the language of the page. */
const ownTexts = () =>
  config.reopen[pageLocale(config.locales)] as readonly [label: string, withoutPreferences: string];

/** Once there is a choice, every page has the control that changes it (WDR-001). */
const offerReopening = (): void => {
  const [label] = ownTexts();
  if (label && isDecided() && !document.querySelector('avowal-tab')) showReopenTab(label);
};

/** Does what can be done where the UI does not arrive: a no counts all the same, and anything else may be tried again (WDR-001). */
function doWithoutUi(action: UiAction): void {
  if (/^[rw]/.test(action) || confirm(ownTexts()[1])) {
    refuse();
    apply(undefined, 'withdraw');
  }
}

const withUi = <T>(use: (ui: NoticeUi) => T): Promise<T | undefined> => loadUi().then(use, () => undefined);

/** Does what the visitor or the site asks for. */
const act = (action: UiAction, opener?: Element | null, choice?: Choice) =>
  loadUi().then(
    (ui) => ui.act(action, opener, choice),
    () => doWithoutUi(action),
  );

const handle: CoreHandle = {
  config,
  current: currentChoice,
  stored: () => stored,
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
  open: () => act('open', document.activeElement),
  acceptAll: () => act('accept'),
  rejectAll: () => act('reject'),
  set: (choice: Choice) => act('save', null, choice),
  withdraw: () => act('withdraw'),
  receipt: () => withUi((ui) => ui.receipt()),
  debug: () => loadChunk(`debug.${config.uiRevision}`),
  [HANDOVER]: handle,
};

/** Buttons anywhere in the page with `data-avowal-action` work, the site's own ones too. */
function listenForActions(): void {
  document.addEventListener('click', (event) => {
    const button = event.composedPath().find((node) => (node as HTMLElement).dataset?.avowalAction) as
      | HTMLElement
      | undefined;
    // What stands in the notice or a placeholder is their own.
    if (button && !/^AVOWAL-[NP]/.test((event.target as Element).tagName))
      act(button.dataset.avowalAction as UiAction, button);
  });
}

function onHeld(element: Element, service: RuntimeService): void {
  if (element.matches('iframe,embed,object,div,[data-avowal-embed]'))
    withUi((ui) => ui.standInFor(element, service));
}

function start(): void {
  // The notice takes a moment to arrive: it is on its way while the page is guarded.
  if (!isDecided()) {
    withUi((ui) => (saidBefore ? ui.act(saidBefore) : ui.showNotice()));
  }
  // Before anything of the page runs, so that nothing gets past: whatever fails later, this stands.
  guardPage();
  observeDocument(onHeld);
  note('choice', ['start', currentChoice()]);
  for (const signal of signals) {
    signal.start((purposes) => !stored && isGranted(purposes));
    if (stored) signal.update(isGranted);
  }
  Object.defineProperty(window, 'avowal', { value: api satisfies AvowalApi });
  if (/avowal-debug/.test(location.search)) api.debug();
  followOtherTabs(apply);
  listenForActions();
  const whenParsed = () => {
    release();
    offerReopening();
    emit('ready');
    // Storage is slow to open: not before the page is there.
    if (hasLeftovers()) withUi((ui) => ui.tidyUp());
  };
  if (document.readyState !== 'loading') whenParsed();
  else document.addEventListener('DOMContentLoaded', whenParsed);
}

// A core that stands twice in a page must not ask or send twice. An element with that id is no core.
if (!Object.hasOwn(window, 'avowal')) start();
