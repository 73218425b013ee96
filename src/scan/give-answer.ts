import type { ConfigPurpose } from '../model/config.ts';
import type { Scenario, ScenarioResult } from '../model/inventory.ts';
import type { NoticeButtonFacts } from '../model/notice-facts.ts';
import { answerOnFirstPage } from './notice/answer-on-first-page.ts';
import { inspectNotice } from './notice/inspect-notice.ts';
import { findNoticeButton } from './notice/look-for-buttons.ts';
import { measureClick } from './notice/measure-click.ts';
import { readNoticeButtons } from './notice/read-notice-buttons.ts';
import { saveSettings } from './notice/save-settings.ts';
import type { Load } from './notice/watch-loads.ts';
import { withdrawOnPage } from './notice/withdraw-on-page.ts';
import { PHONE } from './page/dress-visitor.ts';
import type { Tab } from './page/open-tabs.ts';
import type { PageTake, ScanSession } from './page/start-session.ts';
import { readStored, withoutValue, writtenSince } from './page/stored-state.ts';
import { takeScreenshot } from './page/take-screenshot.ts';
import type { VisitResult } from './page/visit-page.ts';
import { ALONE } from './purpose-alone.ts';
import type { ScanEvent } from './scan-options.ts';

/** What giving an answer needs: the first page is open. */
export interface AnswerParts {
  readonly scenario: Scenario;
  readonly session: ScanSession;
  readonly tab: Tab;
  readonly outDir: string;
  readonly siteHost: string;
  /** What the first page has loaded, where that was counted. */
  loads?(): readonly Load[];
  /** The site's purposes, where they are known. */
  readonly purposes: readonly ConfigPurpose[];
  readonly signal: AbortSignal;
  emit(event: ScanEvent): void;
  /** Opens the first page again; touched like a reader does unless told otherwise. */
  revisit(touches?: boolean): Promise<unknown>;
  /** Opens another page, and touches nothing. */
  open(url: string): Promise<VisitResult>;
}

/** How a scenario's answer was given. */
export interface AnswerGiven {
  readonly result: ScenarioResult;
  /** File name of a picture of the notice. */
  readonly picture: string | undefined;
  /** What came of it, where it took more than one page. */
  readonly take?: PageTake;
}

const ANSWERS = { reject: 'reject', accept: 'accept', withdraw: 'accept', phone: 'reject' } as const;

const isAnswered = (scenario: Scenario): scenario is keyof typeof ANSWERS => Object.hasOwn(ANSWERS, scenario);

/** Whether the visitor of this scenario does something with the notice before all pages are visited. */
export const answersNotice = (scenario: Scenario): boolean =>
  scenario === 'save' || scenario === 'close' || scenario in ALONE || isAnswered(scenario);

async function buttonsOnPhone(tab: Tab): Promise<readonly NoticeButtonFacts[]> {
  const accept = await findNoticeButton(tab.documents(), 'accept');
  return accept ? readNoticeButtons(accept, tab.documents()).catch(() => []) : [];
}

/** Gives the scenario's answer on the page that is open, and takes it back where the scenario is to withdraw. */
export async function giveAnswer(parts: AnswerParts): Promise<AnswerGiven> {
  const { scenario, session, tab, signal, outDir } = parts;
  let picture: string | undefined;
  const end = (result: Omit<ScenarioResult, 'scenario'>): AnswerGiven => ({
    result: { scenario, ...result },
    picture,
  });
  const takePicture = async () => {
    const size = scenario === 'phone' ? [{ ...PHONE, scale: 1 }] : [];
    picture = await takeScreenshot(tab.session, outDir, `notice-${scenario}.jpg`, ...size);
  };
  if (scenario === 'close') {
    const { take, ...seen } = await inspectNotice({ ...parts, onFound: takePicture });
    return { ...end(seen), take };
  }
  if (!isAnswered(scenario)) {
    const purpose = ALONE[scenario];
    const alone = purpose && { purpose, own: parts.purposes };
    const saved = await saveSettings(session, tab, { signal, alone, onOpen: takePicture });
    parts.emit({ type: 'notice', scenario, clicked: saved?.clicked.join(', ') ?? null });
    session.discard();
    if (!saved) return end({ outcome: 'no-control' });
    return end({ outcome: 'done', clicked: saved.clicked.join(', '), switches: saved.switches });
  }
  let onPhone: readonly NoticeButtonFacts[] = [];
  const before = await readStored(session, tab);
  const answered = await answerOnFirstPage(session, tab, ANSWERS[scenario], {
    signal,
    async onFound() {
      await takePicture();
      if (scenario === 'phone') onPhone = await buttonsOnPhone(tab);
    },
  });
  const isDone = answered.outcome === 'done';
  parts.emit({ type: 'notice', scenario, clicked: isDone ? answered.clicked : null });
  if (!isDone) return end(answered);
  const { clicked, why } = answered;
  const buttons = scenario === 'phone' ? onPhone : answered.buttons;
  const wrote = writtenSince(before, await readStored(session, tab))
    .map(withoutValue)
    .sort((a, b) => (`${a.name}\0${a.host}` < `${b.name}\0${b.host}` ? -1 : 1));
  const clickMilliseconds = await measureClick(tab);
  const took = clickMilliseconds === undefined ? {} : { clickMilliseconds };
  const said = { clicked, wrote, ...took, ...(buttons.length > 0 && { buttons }), ...(why && { why }) };
  if (scenario !== 'withdraw') return end({ outcome: 'done', ...said });

  // What the consent allows is at work from the next page on, as it is for a visitor who withdraws later.
  session.discard();
  await parts.revisit();
  const withdrew = await withdrawOnPage(session, tab, signal);
  session.discard();
  return end(withdrew ? { outcome: 'done', ...said, withdrew } : { outcome: 'no-control', ...said });
}
