import type { CdpSession } from '../browser/cdp-connection.ts';

/** Runs inside the page, as text: links and buttons, for all to see, that are named as ways to opt out of sale and sharing. */
function read(): string[] {
  const SPEAKS =
    /do not (sell|share)|don['’]t (sell|share)|your (california )?privacy choices|limit the use of my sensitive|opt[- ]?out of (the )?(sale|sharing|selling|targeted)/i;
  const CONTROL = 'a[href],button,[role=button],[role=link],input[type=button],input[type=submit],summary';
  const found: string[] = [];
  const collect = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) collect(element.shadowRoot);
      if (found.length >= 10 || !element.matches(CONTROL)) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const { value = '' } = element as { value?: string };
      const says = [
        element.textContent,
        element.getAttribute('aria-label'),
        element.getAttribute('title'),
        value,
      ]
        .map((text) =>
          String(text ?? '')
            .replace(/\s+/g, ' ')
            .trim(),
        )
        .find((text) => SPEAKS.test(text));
      if (says) found.push(says.slice(0, 100));
    }
  };
  collect(document);
  return found;
}

/** What they say; `undefined` where the page does not answer. */
export async function readOptOutControls(session: CdpSession): Promise<readonly string[] | undefined> {
  const answer = await session
    .send('Runtime.evaluate', { expression: `(${read.toString()})()`, returnByValue: true, timeout: 3000 })
    .catch(() => undefined);
  return Array.isArray(answer?.result.value) ? (answer.result.value as string[]) : undefined;
}
