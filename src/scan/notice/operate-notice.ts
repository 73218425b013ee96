import type { Tab } from '../page/open-tabs.ts';
import { waitForQuiet } from '../page/quiet-detector.ts';
import type { ScanSession } from '../page/start-session.ts';
import { answerByAutoconsent } from './answer-by-autoconsent.ts';
import { hasChanged, readAnswerState } from './answer-state.ts';
import { lookForButtons, type NoticeButton, type NoticeLook } from './look-for-buttons.ts';
import type { NoticeAction } from './notice-action.ts';
import { isStillThere, pressButton, pressElement } from './press-button.ts';

/** What came of operating a notice. */
export interface NoticeOperation {
  /**
   * `done`: clicked, the notice reacted, and the answer is kept. `review`: a person must look, `why` says at what.
   * `no-notice`: the page was looked at and has none. `failed`: it could not be looked at.
   */
  readonly verdict: 'done' | 'review' | 'no-notice' | 'failed';
  /** What was clicked, in order, such as `avowal: [data-avowal-action=reject]`. */
  readonly clicked: readonly string[];
  /** Whether the last click did anything at all. */
  readonly hadEffect: boolean;
  readonly why?: string;
}

/** What operating needs. */
export interface OperateParts {
  readonly signal: AbortSignal;
  /** How long a notice may take to come after the page is quiet, in milliseconds; default 2,000. */
  readonly patience?: number;
  /** Called before the first click, with the button that it goes to where it is known beforehand. */
  onFound?(button: NoticeButton | undefined): Promise<void>;
  /** Called before the click that gives the answer, on whatever layer it is; resolves to whether to click. */
  onAnswer?(button: NoticeButton): Promise<boolean>;
}

/** A notice may come a little after the page is quiet; where one is there already, it may still grow; milliseconds. */
const PATIENCE = 2000;
const GROWS_WITHIN = 600;
const EFFECT_WITHIN = 1500;
/** One look stands for so much waiting at most. */
const LOOK_WORTH = 200;

/** Where there is no button for it at once: what opens the next layer, and what does it there. */
const NEXT_LAYER: Readonly<
  Partial<Record<NoticeAction, { readonly opener: NoticeAction; readonly goals: readonly NoticeAction[] }>>
> = {
  reject: { opener: 'settings', goals: ['reject'] },
  save: { opener: 'settings', goals: ['save'] },
  withdraw: { opener: 'open', goals: ['withdraw', 'reject'] },
};

const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));

/** A look at the notice, and the button that was looked for. */
export interface FoundNotice {
  readonly look: NoticeLook;
  readonly button: NoticeButton | undefined;
}

/** Looks again and again until one of the actions has its button; the first action counts most. */
export async function findSoon(
  tab: Tab,
  actions: readonly NoticeAction[],
  { signal, patience = PATIENCE }: OperateParts,
): Promise<FoundNotice> {
  const begun = Date.now();
  for (let looks = 1; ; looks += 1) {
    signal.throwIfAborted();
    let look = await lookForButtons(tab.documents(), false);
    for (const isThorough of [false, true]) {
      if (isThorough) look = await lookForButtons(tab.documents(), true);
      for (const action of actions) {
        const button = await look.find(action).catch(() => undefined);
        if (button) return { look, button };
      }
    }
    // A busy machine draws the notice later, and looks less often in the same time.
    const waited = Math.min(Date.now() - begun, looks * LOOK_WORTH);
    if (waited > patience || (look.hasNotice && waited > GROWS_WITHIN)) return { look, button: undefined };
    await pause(150);
  }
}

interface Effect {
  /** The button went away. */
  readonly isGone: boolean;
  /** Something that can keep the answer changed: storage or signals. */
  readonly isKept: boolean;
  /** Nothing was clicked: what had to be done before could not be done. */
  readonly isLeft?: true;
}

/** Clicks, and waits for the notice to react and for the answer to be kept; clicks once more past what may cover it. */
async function press(
  session: ScanSession,
  tab: Tab,
  button: NoticeButton,
  { onAnswer }: OperateParts,
): Promise<Effect> {
  if (onAnswer && !(await onAnswer(button))) return { isGone: false, isKept: false, isLeft: true };
  const before = await readAnswerState(session, tab);
  const watch = async (): Promise<Effect> => {
    const until = Date.now() + EFFECT_WITHIN;
    for (;;) {
      // A click that reloads the page takes the button with it.
      const isGone = !(await isStillThere(button).catch(() => false));
      const isKept = hasChanged(before, await readAnswerState(session, tab));
      if ((isGone && isKept) || Date.now() > until) return { isGone, isKept };
      await pause(100);
    }
  };
  await pressButton(button, tab.session).catch(() => {});
  const effect = await watch();
  if (effect.isGone || effect.isKept) return effect;
  await pressElement(button).catch(() => {});
  return watch();
}

/** Clicks what opens something, and waits until there is more to click, or other things. */
async function pressOpener(tab: Tab, button: NoticeButton, before: NoticeLook): Promise<boolean> {
  for (const click of [pressButton, pressElement]) {
    await click(button, tab.session).catch(() => {});
    const until = Date.now() + EFFECT_WITHIN;
    while (Date.now() < until) {
      const look = await lookForButtons(tab.documents(), true);
      if (look.texts.join('\n') !== before.texts.join('\n')) return true;
      await pause(100);
    }
  }
  return false;
}

const WHY = {
  unseen: 'The page could not be looked at: it gives no answer.',
  forgotten: 'The notice went away, and nothing that would keep the answer was stored.',
  stays: 'Something was stored, but the button is still there.',
  dead: 'The click changed nothing.',
  left: 'What had to be chosen before was not there to choose.',
  closed: 'The click on what should open the settings changed nothing.',
} as const;

function judge({ isGone, isKept, isLeft }: Effect, clicked: readonly string[]): NoticeOperation {
  if (isLeft) return { verdict: 'review', clicked: clicked.slice(0, -1), hadEffect: false, why: WHY.left };
  const why = isGone ? WHY.forgotten : isKept ? WHY.stays : WHY.dead;
  const hadEffect = isGone || isKept;
  return isGone && isKept
    ? { verdict: 'done', clicked, hadEffect }
    : { verdict: 'review', clicked, hadEffect, why };
}

function notFound(action: NoticeAction, look: NoticeLook, clicked: readonly string[]): NoticeOperation {
  const rest = { clicked, hadEffect: false };
  if (!look.hasSeen) return { verdict: 'failed', ...rest, why: WHY.unseen };
  if (!look.hasNotice) return { verdict: 'no-notice', ...rest };
  const why = `Something looks like a notice, and none of its buttons can be taken for "${action}" without doubt: ${look.texts.join(' | ')}`;
  return { verdict: 'review', ...rest, why };
}

async function operate(session: ScanSession, tab: Tab, action: NoticeAction, parts: OperateParts) {
  const next = NEXT_LAYER[action];
  const first = await findSoon(tab, [action], parts);
  if (first.button) {
    await parts.onFound?.(first.button);
    if (action !== 'settings' && action !== 'open') {
      return judge(await press(session, tab, first.button, parts), [first.button.how]);
    }
    const hadEffect = await pressOpener(tab, first.button, first.look);
    const clicked = [first.button.how];
    return hadEffect
      ? ({ verdict: 'done', clicked, hadEffect } as const)
      : ({ verdict: 'review', clicked, hadEffect, why: WHY.closed } as const);
  }
  const opener = next && (await first.look.find(next.opener).catch(() => undefined));
  if (!next || !opener) return notFound(action, first.look, []);
  await parts.onFound?.(opener);
  const opened = await pressOpener(tab, opener, first.look);
  if (!opened)
    return { verdict: 'review', clicked: [opener.how], hadEffect: false, why: WHY.closed } as const;
  const second = await findSoon(tab, next.goals, parts);
  if (second.button) {
    return judge(await press(session, tab, second.button, parts), [opener.how, second.button.how]);
  }
  const save = action === 'save' ? undefined : await second.look.find('save').catch(() => undefined);
  if (!save) return notFound(action, second.look, [opener.how]);
  const count = await second.look.turnSwitchesOff();
  return judge(await press(session, tab, save, parts), [opener.how, `${count} switches off`, save.how]);
}

/**
 * Does one thing with the notice of the page that is open, on the layer where it can be done, and checks what came of
 * it. Clicks only what it is sure of. Rejects only on abort.
 */
export async function operateNotice(
  session: ScanSession,
  tab: Tab,
  action: NoticeAction,
  parts: OperateParts,
): Promise<NoticeOperation> {
  let result = await operate(session, tab, action, parts);
  const isOpen = result.clicked.length === 0 && result.verdict !== 'failed';
  if (isOpen && (action === 'accept' || action === 'reject')) {
    await parts.onFound?.(undefined);
    result = (await answerByAutoconsent(session, tab, action, parts.patience ?? PATIENCE)) ?? result;
  }
  if (result.clicked.length > 0) {
    session.quiet.stir();
    await waitForQuiet(session.quiet, parts.signal);
  }
  return result;
}
