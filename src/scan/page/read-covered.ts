import type { CdpSession } from '../browser/cdp-connection.ts';

/** Runs inside the page, as text: the share of the window that lies under something which floats and is half as large. */
function covered(): number {
  const parentOf = (element: Element): Element | null => {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  const isLarge = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return Math.min(width, innerWidth) * Math.min(height, innerHeight) >= (innerWidth * innerHeight) / 2;
  };
  const floats = (element: Element) =>
    getComputedStyle(element).position === 'fixed' || element.matches(':modal');
  const isCovered = (x: number, y: number) => {
    for (let at = document.elementFromPoint(x, y); at && at !== document.body; at = parentOf(at))
      if (floats(at) && isLarge(at)) return true;
    return false;
  };
  const steps = [1, 3, 5, 7, 9].map((tenth) => tenth / 10);
  const points = steps.flatMap((x) => steps.map((y) => isCovered(x * innerWidth, y * innerHeight)));
  return points.filter(Boolean).length / points.length;
}

/** Share of the window (0 to 1) that something covers; `undefined` where the page does not answer. */
export async function readCovered(session: CdpSession): Promise<number | undefined> {
  const answer = await session
    .send('Runtime.evaluate', { expression: `(${covered.toString()})()`, returnByValue: true, timeout: 3000 })
    .catch(() => undefined);
  return typeof answer?.result.value === 'number' ? answer.result.value : undefined;
}
