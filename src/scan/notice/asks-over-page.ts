import type { Tab } from '../page/open-tabs.ts';
import { lookForButtons } from './look-for-buttons.ts';

/** Runs inside the page, as text: whether the control stands in something that floats over the page. */
function floats(control: Element): boolean {
  const parentOf = (element: Element): Element | null => {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  for (let at: Element | null = control; at; at = parentOf(at))
    if (at.matches(':modal') || /^(fixed|sticky)$/.test(getComputedStyle(at).position)) return true;
  return false;
}

/**
 * Whether a notice floats over the page that is open: settings that a page shows in its text ask nobody. One quick look, not
 * into closed shadow roots and not into frames of other processes.
 */
export async function asksOverPage({ session }: Tab): Promise<boolean> {
  const look = await lookForButtons([session], false);
  const control = await look.find('accept').catch(() => undefined);
  if (!control) return false;
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: control.objectId,
    functionDeclaration: `function(){return (${floats.toString()})(this)}`,
    returnByValue: true,
  });
  return result.value === true;
}
