import type { EngineTab } from './engine.ts';

type Evaluates = Pick<EngineTab, 'evaluate'>;

/** An expression whose value is a string that `fromPage` reads, the same in each protocol. */
export const inPage = (expression: string): string =>
  `(async () => JSON.stringify([await (${expression})]))()`;

/** Reads what `inPage` gave. */
export const fromPage = <T>(text: string): T => JSON.parse(text)[0];

/** An expression for the middle of the first visible element that matches, in the document or an open shadow root. */
const middleOf = (selector: string) => `(() => {
  const search = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const fits = element.matches(${JSON.stringify(selector)}) && element.checkVisibility({ visibilityProperty: true });
      const found = fits ? element : element.shadowRoot && search(element.shadowRoot);
      if (found) return found;
    }
  };
  const element = search(document);
  if (!element) return;
  element.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
})()`;

/** Waits until an expression is true in the page, ten seconds at most, and returns its value. Throws when it never is. */
export async function waitFor<T>(tab: Evaluates, expression: string): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const value = await tab.evaluate<T>(expression);
    if (value) return value;
    if (Date.now() > end) throw new Error(`Never came true in the page: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits for a visible element and returns its middle. Throws when none shows. */
export const findMiddle = (tab: Evaluates, selector: string): Promise<[x: number, y: number]> =>
  waitFor(tab, middleOf(selector));
