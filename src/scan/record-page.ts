import type { ScanProblem, Scenario } from '../model/inventory.ts';
import type { ScanProxy } from './browser/scan-proxy.ts';
import type { PageRecord } from './observation.ts';
import { explainFailure } from './page/explain-failure.ts';
import type { Tab } from './page/open-tabs.ts';
import { type PageText, readPage } from './page/read-page.ts';
import type { PageTake } from './page/start-session.ts';
import { takeScreenshot } from './page/take-screenshot.ts';
import type { VisitResult } from './page/visit-page.ts';

/** A visited page with what it says of itself. */
export interface SeenPage {
  readonly url: string;
  readonly result: VisitResult;
  /** `undefined` where the page shows nothing or does not answer. */
  readonly text: PageText | undefined;
  readonly screenshot: string | undefined;
  /** Whether a notice was there again; left out where nobody looked. */
  readonly asksAgain?: boolean;
  /** Whether the tab can go on to the next page. */
  readonly isAlive: boolean;
}

const isShown = ({ outcome }: VisitResult) => outcome === 'quiet' || outcome === 'capped';

/** Reads what an open page says of itself, with a picture of that name in the folder. */
export async function readVisited(
  url: string,
  result: VisitResult,
  { tab, outDir, picture }: { tab: Tab; outDir: string; picture: string | undefined },
): Promise<SeenPage> {
  const text = isShown(result) ? await readPage(tab.session) : undefined;
  const screenshot = text && picture ? await takeScreenshot(tab.session, outDir, picture) : undefined;
  // A script in an endless loop would hold up every page after it.
  if (isShown(result) && !text) await Promise.race([tab.crash(), tab.crashed]);
  return {
    url,
    result,
    text,
    screenshot,
    isAlive: isShown(result) ? text !== undefined : result.outcome === 'failed',
  };
}

const CODES = { quiet: '', capped: 'PAGE_NOT_QUIET', crashed: 'TAB_CRASHED', failed: 'PAGE_FAILED' } as const;

/** What a record says beside what was seen. */
export interface RecordParts {
  readonly scenario: Scenario;
  readonly proxy: ScanProxy;
  /** Milliseconds that a page may take. */
  readonly cap: number;
  /** Hosts of this page's responses that were cut off. */
  readonly oversized: readonly string[];
}

function problemsOf({ url, result }: SeenPage, parts: RecordParts): ScanProblem[] {
  const { scenario, proxy, cap, oversized } = parts;
  const said = {
    quiet: '',
    capped: `The page was still busy after ${Math.round(cap / 1000)} seconds; what it did until then is kept.`,
    crashed: 'The tab crashed; what it did until then is kept.',
    failed: explainFailure(result.failure ?? '', proxy.failureOf(new URL(result.failedAt ?? url).hostname)),
  }[result.outcome];
  const cutOff = oversized.map((host) => ({
    code: 'RESPONSE_TOO_LARGE',
    message: `${host} sent more than 100 MB and was cut off.`,
  }));
  const own = said ? [{ code: CODES[result.outcome], message: said }] : [];
  return [...own, ...cutOff].map((problem) => ({ ...problem, page: url, scenario }));
}

/** Puts together what the journal keeps of a page. */
export function recordOf(seen: SeenPage, take: PageTake, parts: RecordParts): PageRecord {
  const { url, result, text, screenshot } = seen;
  return {
    visit: {
      url,
      scenario: parts.scenario,
      status: result.status,
      title: text?.title ?? '',
      milliseconds: result.milliseconds,
      ...(screenshot && { screenshot }),
      ...(seen.asksAgain && { asksAgain: true }),
    },
    finalUrl: text && /^https?:/.test(text.url) ? text.url : url,
    ...take,
    problems: problemsOf(seen, parts),
    links: text?.links ?? [],
  };
}
