import type { Tab } from './open-tabs.ts';
import { type QuietDetector, waitForQuiet } from './quiet-detector.ts';
import { scrollThrough, untilIdle } from './read-page.ts';
import { touchPage } from './touch-page.ts';

/** How a visit went. */
export interface VisitResult {
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** Milliseconds from navigation to quiet. */
  readonly milliseconds: number;
  /** The browser's word for what went wrong, such as `net::ERR_CONNECTION_REFUSED`. */
  readonly failure?: string;
  /** The address that failed, where redirects led elsewhere. */
  readonly failedAt?: string;
  readonly outcome: 'quiet' | 'capped' | 'crashed' | 'failed';
}

/** What a visit needs. */
export interface VisitParts {
  readonly tab: Tab;
  readonly quiet: QuietDetector;
  readonly signal: AbortSignal;
  /** Whether to move, click and press a key where that means nothing: not before a notice is answered, which may close by it. */
  readonly touches: boolean;
}

/** Nothing new came, and the page has nothing left to do at once. */
async function waitUntilDone({ tab, quiet, signal }: VisitParts): Promise<boolean> {
  while (await waitForQuiet(quiet, signal)) {
    await untilIdle(tab.session);
    if (quiet.state() === 'quiet') return true;
  }
  return false;
}

/** Opens a page in the tab, waits until it is quiet, scrolls through it, and waits again. Rejects only on abort. */
export async function visitPage(url: string, parts: VisitParts): Promise<VisitResult> {
  const { tab, quiet, signal } = parts;
  const startedAt = Date.now();
  let loader = '';
  const done = (outcome: VisitResult['outcome'], failure?: string): VisitResult => ({
    status: tab.statusOf(loader),
    milliseconds: Date.now() - startedAt,
    outcome,
    ...(failure && { failure, failedAt: tab.addressOf(loader) || url }),
  });

  const navigation = await Promise.race([
    tab.session
      .send('Page.navigate', { url })
      .catch((error: Error) => ({ errorText: error.message, loaderId: '' })),
    tab.crashed.then(() => 'crashed' as const),
    waitForQuiet(quiet, signal).then(() => 'capped' as const),
  ]);
  if (navigation === 'crashed') return done('crashed');
  if (navigation === 'capped') {
    await tab.session.send('Page.stopLoading').catch(() => {});
    return done('capped');
  }
  loader = navigation.loaderId ?? '';
  if (navigation.errorText) return done('failed', navigation.errorText);

  const wait = () => Promise.race([waitUntilDone(parts), tab.crashed.then(() => 'crashed' as const)]);
  let isQuiet = await wait();
  if (isQuiet === true) {
    await scrollThrough(tab.session);
    if (parts.touches) await touchPage(tab);
    isQuiet = await wait();
  }
  if (isQuiet === 'crashed') return done('crashed');
  if (!isQuiet) await tab.session.send('Page.stopLoading').catch(() => {});
  return done(isQuiet ? 'quiet' : 'capped');
}
