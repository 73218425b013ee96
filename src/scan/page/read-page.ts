import { setTimeout } from 'node:timers/promises';
import type { CdpSession } from '../browser/cdp-connection.ts';

/** What a page says of itself. */
export interface PageText {
  readonly url: string;
  readonly title: string;
  readonly links: readonly string[];
}

/** Runs inside the page, as text. Anchors in open shadow roots count: components hold navigation. */
function read(): PageText {
  const links: string[] = [];
  const collect = (root: Document | ShadowRoot) => {
    for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]:not([download])')) {
      if (links.length < 2000) links.push(String(link.href).slice(0, 2048));
    }
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) collect(element.shadowRoot);
  };
  collect(document);
  return { url: location.href, title: document.title.slice(0, 300), links };
}

/** A page in an endless loop answers nothing at all; milliseconds. */
const PATIENCE = 3000;

/** Title and links; `undefined` where the page does not answer. */
export async function readPage(session: CdpSession): Promise<PageText | undefined> {
  const asked = session
    .send('Runtime.evaluate', { expression: `(${read.toString()})()`, returnByValue: true })
    .catch(() => undefined);
  const answer = await Promise.race([asked, setTimeout(PATIENCE, undefined, { ref: false })]);
  return answer?.result.value as PageText | undefined;
}

/** Resolves when the page has nothing left to do at once, or does not answer. */
export async function untilIdle(session: CdpSession): Promise<void> {
  const asked = session
    .send('Runtime.evaluate', {
      expression: 'new Promise((done) => requestIdleCallback(done, { timeout: 1000 }))',
      awaitPromise: true,
    })
    .catch(() => undefined);
  await Promise.race([asked, setTimeout(PATIENCE, undefined, { ref: false })]);
}

/** Runs inside the page, as text: down in steps and up again, the way a reader makes lazy content load. */
async function scroll(): Promise<void> {
  const height = document.documentElement.scrollHeight;
  for (let y = innerHeight; y < Math.min(height, innerHeight * 12); y += innerHeight) {
    scrollTo({ top: y, behavior: 'instant' });
    await new Promise((next) => self.setTimeout(next, 20));
  }
  scrollTo({ top: 0, behavior: 'instant' });
}

/** Scrolls through the page. */
export async function scrollThrough(session: CdpSession): Promise<void> {
  await session
    .send('Runtime.evaluate', {
      expression: `(${scroll.toString()})()`,
      awaitPromise: true,
      timeout: 3000,
    })
    .catch(() => undefined);
}
