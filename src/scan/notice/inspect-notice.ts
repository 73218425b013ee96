import type { ScenarioResult } from '../../model/inventory.ts';
import type { NoticeReading, PageLink, PolicyPage } from '../../model/notice-facts.ts';
import { joinTakes } from '../page/join-takes.ts';
import type { Tab } from '../page/open-tabs.ts';
import { readCovered } from '../page/read-covered.ts';
import type { PageTake } from '../page/start-session.ts';
import { takeScreenshot } from '../page/take-screenshot.ts';
import type { VisitResult } from '../page/visit-page.ts';
import { type CloseParts, closeNotice, findNotice, reopenNotice } from './close-notice.ts';
import { findMaker } from './find-maker.ts';
import type { NoticeButton } from './look-for-buttons.ts';
import { measureCost } from './measure-cost.ts';
import { noticeRoot } from './notice-root.ts';
import { type PolicyLink, pickPolicyLinks } from './policy-links.ts';
import { readAccess } from './read-access.ts';
import { type DocumentText, readDocumentText, readLinks } from './read-document.ts';
import { readNotice } from './read-notice.ts';
import type { Load } from './watch-loads.ts';

/** What inspecting needs: the first page is open, and nothing was answered. */
export interface InspectParts extends CloseParts {
  open(url: string): Promise<VisitResult>;
  readonly siteHost: string;
  /** What the page has loaded, where that was counted. */
  loads?(): readonly Load[];
  /** Called before anything is done with the notice. */
  onFound(): Promise<void>;
}

/** What was seen, and what the gatherers took since the notice was closed. */
export type NoticeInspected = Omit<ScenarioResult, 'scenario'> & { readonly take: PageTake };

async function read({ session, objectId }: NoticeButton): Promise<NoticeReading | undefined> {
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function(){return (${readNotice.toString()})((${noticeRoot.toString()})(this))}`,
    returnByValue: true,
  });
  return result.value as NoticeReading | undefined;
}

/** What the function gives in each document of the page that answers. */
async function inDocuments<T>(tab: Tab, ask: () => T): Promise<readonly T[]> {
  const answers = await Promise.all(
    tab.documents().map((session) =>
      session
        .send('Runtime.evaluate', {
          expression: `(${ask.toString()})()`,
          returnByValue: true,
          timeout: 3000,
        })
        .catch(() => undefined),
    ),
  );
  return answers.flatMap((answer) => (answer?.result.value === undefined ? [] : [answer.result.value as T]));
}

async function readPolicy(
  { isInNotice, ...link }: PolicyLink,
  index: number,
  { tab, outDir, open }: InspectParts,
): Promise<PolicyPage> {
  const visit = await open(link.url);
  const [main, ...frames]: readonly DocumentText[] = await inDocuments(tab, readDocumentText);
  const [where = link.url] = await inDocuments(tab, () => location.href);
  const covered = await readCovered(tab.session);
  const screenshot = await takeScreenshot(tab.session, outDir, `policy-${index + 1}.jpg`);
  return {
    link,
    isInNotice,
    url: (/^https?:/.test(where) ? where : link.url).replace(/[?#].*/, ''),
    status: visit.status,
    language: main?.language ?? '',
    text: [main, ...frames]
      .map((document) => document?.text ?? '')
      .join(' ')
      .trim(),
    ...(covered !== undefined && { covered }),
    ...(screenshot && { screenshot }),
  };
}

/**
 * Reads the notice of the page that is open and the pages that its policy links lead to, and closes it without an answer.
 * Rejects only on abort.
 */
export async function inspectNotice(parts: InspectParts): Promise<NoticeInspected> {
  const { session, tab, signal } = parts;
  const { look, button } = await findNotice(tab, signal);
  await parts.onFound();
  const notice = button && (await read(button).catch(() => undefined));
  const measured = button && (await measureCost(button, tab).catch(() => undefined));
  const loads = parts.loads?.();
  const maker = button && loads && (await findMaker(button, parts.siteHost, loads).catch(() => undefined));
  const cost = measured && { ...measured, ...(maker && { maker }) };
  const access = button && (await readAccess(button, tab, parts.outDir).catch(() => undefined));
  const links: readonly PageLink[] = (await inDocuments(tab, readLinks)).flat();
  const policies: PolicyPage[] = [];
  for (const [index, link] of pickPolicyLinks(notice?.links ?? [], links).entries())
    policies.push(await readPolicy(link, index, parts));
  const seen = { policies, ...(notice && { notice }), ...(access && { access }), ...(cost && { cost }) };
  const control = button && (await reopenNotice(parts));
  if (!button && policies.length > 0) await parts.revisit(false);
  session.discard();
  const nothing = joinTakes();
  if (!button)
    return look.hasNotice
      ? {
          outcome: 'unsure',
          why: 'Something looks like a notice, and none of its buttons is known.',
          ...seen,
          take: nothing,
        }
      : { outcome: look.hasSeen ? 'no-notice' : 'failed', ...seen, take: nothing };
  if (!control)
    return {
      outcome: 'unsure',
      why: 'The notice did not come again when the page was opened once more, and so it could not be closed.',
      ...seen,
      take: nothing,
    };
  return { outcome: 'done', ...seen, ...(await closeNotice(control, parts)) };
}
