import { setTimeout } from 'node:timers/promises';
import type { NoticeClosing } from '../../model/notice-facts.ts';
import { joinTakes } from '../page/join-takes.ts';
import type { Tab } from '../page/open-tabs.ts';
import { waitForQuiet } from '../page/quiet-detector.ts';
import type { PageTake, ScanSession } from '../page/start-session.ts';
import { readStored, type StoredEntry, withoutValue, writtenSince } from '../page/stored-state.ts';
import { takeScreenshot } from '../page/take-screenshot.ts';
import { type CollectedClosers, collectClosers } from './collect-closers.ts';
import { findBeside, type Point } from './find-beside.ts';
import { forgetWritten } from './forget-written.ts';
import { findNoticeButton, type NoticeButton } from './look-for-buttons.ts';
import { noticeRoot } from './notice-root.ts';
import { type FoundNotice, findSoon } from './operate-notice.ts';
import { pickCloser } from './pick-closer.ts';
import { clickAt, isStillThere, pressButton } from './press-button.ts';

/** What closing needs: the first page is open. */
export interface CloseParts {
  readonly session: ScanSession;
  readonly tab: Tab;
  readonly outDir: string;
  readonly signal: AbortSignal;
  revisit(touches: boolean): Promise<unknown>;
}

/** How closing went, and what the gatherers took meanwhile. */
export interface NoticeClosed {
  readonly closings: readonly NoticeClosing[];
  readonly take: PageTake;
}

/** A notice may leave slowly; milliseconds. */
const LEAVES_WITHIN = 1000;
/** One that was seen may come late: it is waited for longer than one that may not be there at all; milliseconds. */
const COMES_AGAIN_WITHIN = 8000;

type Way = NoticeClosing['by'];
const WAYS: readonly Way[] = ['escape', 'beside', 'button'];

async function pressEscape({ session: page }: Tab): Promise<void> {
  const key = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 } as const;
  await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

const inNotice = (control: NoticeButton, code: string, ...others: readonly (NoticeButton | undefined)[]) => ({
  objectId: control.objectId,
  functionDeclaration: `function(...others){return (${code})((${noticeRoot.toString()})(this),this,...others)}`,
  arguments: others.map((other) =>
    other?.session === control.session ? { objectId: other.objectId } : { value: null },
  ),
});

async function clickBeside({ session: page }: Tab, control: NoticeButton): Promise<boolean> {
  const { result } = await control.session.send('Runtime.callFunctionOn', {
    ...inNotice(control, findBeside.toString()),
    returnByValue: true,
  });
  const place = result.value as Point | null;
  // What stands beside a notice in a frame of its own, the frame cannot tell.
  if (!place || control.session !== page) return false;
  await clickAt(page, place);
  return true;
}

/** Presses the button that closes; resolves to what it says, or to `undefined` where there is none. */
async function pressCloser(tab: Tab, control: NoticeButton): Promise<string | undefined> {
  const { session } = control;
  const others = await Promise.all(
    (['accept', 'reject', 'settings'] as const).map((action) => findNoticeButton(tab.documents(), action)),
  );
  const { result } = await session.send(
    'Runtime.callFunctionOn',
    inNotice(control, collectClosers.toString(), ...others),
  );
  const { objectId } = result;
  if (!objectId) return undefined;
  const read = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: 'function(){return this.facts}',
    returnByValue: true,
  });
  const facts = read.result.value as CollectedClosers['facts'];
  const index = pickCloser(facts);
  const closer = facts[index];
  if (!closer) return undefined;
  const element = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: 'function(index){return this.elements[index]}',
    arguments: [{ value: index }],
  });
  if (!element.result.objectId) return undefined;
  const text = closer.text || closer.label;
  await pressButton(
    { session, objectId: element.result.objectId, how: `closes: ${text}`, text },
    tab.session,
  );
  return text;
}

/** Does it; `undefined` where this notice cannot be closed like this. */
async function tryWay(way: Way, tab: Tab, control: NoticeButton): Promise<string | undefined> {
  if (way === 'button') return pressCloser(tab, control);
  if (way === 'beside') return (await clickBeside(tab, control)) ? '' : undefined;
  await pressEscape(tab);
  return '';
}

async function isSoonGone(control: NoticeButton): Promise<boolean> {
  for (const until = Date.now() + LEAVES_WITHIN; ; await setTimeout(100)) {
    if (!(await isStillThere(control).catch(() => false))) return true;
    if (Date.now() > until) return false;
  }
}

interface Tried {
  readonly closing: NoticeClosing;
  readonly wrote: readonly StoredEntry[];
}

async function close(way: Way, control: NoticeButton, parts: CloseParts): Promise<Tried | undefined> {
  const { session, tab, outDir, signal } = parts;
  const before = await readStored(session, tab);
  const text = await tryWay(way, tab, control).catch(() => undefined);
  if (text === undefined) return undefined;
  session.quiet.stir();
  const isGone = await isSoonGone(control);
  await waitForQuiet(session.quiet, signal);
  const wrote = writtenSince(before, await readStored(session, tab));
  const screenshot = await takeScreenshot(tab.session, outDir, `close-${way}.jpg`);
  const closing = {
    by: way,
    text,
    isGone,
    wrote: wrote.map(withoutValue),
    ...(screenshot && { screenshot }),
  };
  return { closing, wrote };
}

const KNOWN_BY = ['accept', 'reject', 'settings'] as const;

/** Looks for any button by which the notice is known. */
export const findNotice = (tab: Tab, signal: AbortSignal): Promise<FoundNotice> =>
  findSoon(tab, KNOWN_BY, { signal });

/** Opens the page again and looks for the notice that was there before. */
export async function reopenNotice({
  tab,
  signal,
  revisit,
}: Pick<CloseParts, 'tab' | 'signal' | 'revisit'>): Promise<NoticeButton | undefined> {
  await revisit(false);
  return (await findSoon(tab, KNOWN_BY, { signal, patience: COMES_AGAIN_WITHIN })).button;
}

/**
 * Closes the notice in every way that it offers without an answer, each on a page where it is open and with what the way
 * before it kept thrown away; `first` is a button of it. After each that did something the page is opened once more. Rejects only on abort.
 */
export async function closeNotice(first: NoticeButton, parts: CloseParts): Promise<NoticeClosed> {
  const { session, tab } = parts;
  const closings: NoticeClosing[] = [];
  const takes: PageTake[] = [];
  const collect = async () => void takes.push(await session.endPage());
  let control: NoticeButton | undefined = first;
  for (const way of WAYS) {
    const tried = control && (await close(way, control, parts));
    if (!tried) continue;
    closings.push(tried.closing);
    if (!tried.closing.isGone && tried.wrote.length === 0) continue;
    await collect();
    await parts.revisit(true);
    if (way === WAYS.at(-1)) break;
    await collect();
    await forgetWritten(session, tab, tried.wrote);
    control = await reopenNotice(parts);
  }
  await collect();
  return { closings, take: joinTakes(...takes) };
}
