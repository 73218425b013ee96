import type { NoticeAccess } from '../../model/notice-facts.ts';
import type { Tab } from '../page/open-tabs.ts';
import { untilIdle } from '../page/read-page.ts';
import { takeScreenshot } from '../page/take-screenshot.ts';
import { findNoticeButton, type NoticeButton } from './look-for-buttons.ts';
import { type FocusFacts, measureFocus } from './measure-focus.ts';
import { measureNarrow, type NarrowFacts } from './measure-narrow.ts';
import { noticeRoot } from './notice-root.ts';
import { runAxe } from './run-axe.ts';

/** A window of 1280 by 1024 pixels at 400 %. */
const NARROW = { width: 320, height: 256 } as const;

/** A name for each of them. */
const ROLES = ['accept', 'reject', 'settings'] as const;

async function measure<T>(
  code: string,
  control: NoticeButton,
  buttons: readonly NoticeButton[],
): Promise<T | undefined> {
  const { result } = await control.session.send('Runtime.callFunctionOn', {
    objectId: control.objectId,
    functionDeclaration: `function(...buttons){return (${code})((${noticeRoot.toString()})(this),...buttons)}`,
    arguments: buttons.map(({ objectId }) => ({ objectId })),
    returnByValue: true,
  });
  return result.value as T | undefined;
}

/** A notice that never comes to rest is looked at as it is; milliseconds. */
const RESTS_WITHIN = 2000;

/** Runs inside the page, as text: resolves when nothing in the notice fades, slides or grows any more. */
async function rest(notice: Element, within: number): Promise<void> {
  const ends = notice
    .getAnimations({ subtree: true })
    .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
    .map((animation) => animation.finished.catch(() => {}));
  await Promise.race([Promise.all(ends), new Promise((done) => setTimeout(done, within))]);
}

const untilAtRest = ({ session, objectId }: NoticeButton): Promise<unknown> =>
  session
    .send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: `function(within){return (${rest.toString()})((${noticeRoot.toString()})(this),within)}`,
      arguments: [{ value: RESTS_WITHIN }],
      awaitPromise: true,
    })
    .catch(() => {});

/**
 * Looks how the notice that a control stands in can be used by who sees or points less well. Moves the focus and the size
 * of the window: open the page anew afterwards.
 */
export async function readAccess(control: NoticeButton, tab: Tab, outDir: string): Promise<NoticeAccess> {
  const found = await Promise.all(
    ROLES.map(async (role) => ({ role, button: await findNoticeButton(tab.documents(), role) })),
  );
  const known = found.flatMap(({ role, button }) =>
    button?.session === control.session ? [{ role, button }] : [],
  );
  const buttons = known.map(({ button }) => button);
  await untilAtRest(control);
  const violations = await runAxe(control).catch(() => undefined);
  const focus = await measure<FocusFacts>(measureFocus.toString(), control, buttons).catch(() => undefined);
  const page = tab.session;
  await page.send('Emulation.setDeviceMetricsOverride', { ...NARROW, deviceScaleFactor: 1, mobile: false });
  await untilIdle(page);
  await untilAtRest(control);
  const narrow = await measure<NarrowFacts>(measureNarrow.toString(), control, buttons).catch(
    () => undefined,
  );
  const screenshot = await takeScreenshot(page, outDir, 'notice-narrow.jpg', { ...NARROW, scale: 1 });
  await page.send('Emulation.clearDeviceMetricsOverride').catch(() => {});
  return {
    ...(violations && { violations }),
    buttons: known.map(({ role, button }, index) => ({
      role,
      text: button.text,
      ...(focus && { canFocus: focus.canFocus[index] === true }),
      ...(narrow && { isInNarrowView: narrow.isInView[index] === true }),
    })),
    obscured: focus?.obscured ?? [],
    ...(narrow && { scrollsSideways: narrow.scrollsSideways, isCut: narrow.isCut }),
    ...(screenshot && { screenshot }),
  };
}
