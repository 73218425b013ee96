import type { CdpSession } from '../browser/cdp-connection.ts';

/** Runs inside the page, as text: what the page says, for all to see, of the visitor's privacy signal. */
function read(): string[] {
  const SPEAKS =
    /global privacy control|\bgpc\b|opt[- ]?out (request )?(preference )?signal|opt[- ]?out (request |preference )*(was |has been )?(honou?red|processed|applied)/i;
  const MOST = 10;
  const found: string[] = [];
  const walk = (node: Node): void => {
    if (found.length >= MOST) return;
    if (node instanceof Text && SPEAKS.test(node.data)) {
      found.push((node.parentElement?.textContent ?? node.data).replace(/\s+/g, ' ').trim().slice(0, 300));
      return;
    }
    if (node instanceof Element) {
      if (node.matches('script,style,template,noscript')) return;
      if (!node.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
      if (node.shadowRoot) walk(node.shadowRoot);
    }
    for (const child of node.childNodes) walk(child);
  };
  if (document.body) walk(document.body);
  return found;
}

/** The sentences; `undefined` where the page does not answer. */
export async function readGpcTexts(session: CdpSession): Promise<readonly string[] | undefined> {
  const answer = await session
    .send('Runtime.evaluate', { expression: `(${read.toString()})()`, returnByValue: true, timeout: 3000 })
    .catch(() => undefined);
  return Array.isArray(answer?.result.value) ? (answer.result.value as string[]) : undefined;
}
