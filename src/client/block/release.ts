import { coreNonce, setAttribute } from '../natives.ts';
import { setByScript } from './hold.ts';
import { LOADING_ATTRIBUTES } from './loading-attributes.ts';
import { trees } from './observe-document.ts';
import { waitsFor } from './waits-for.ts';

/** Scripts that waited and run now. */
export const released: WeakSet<Element> = new WeakSet();

/** Takes a kept value off an element. */
function take(element: Element, name: string): string | null {
  const value = element.getAttribute(name);
  element.removeAttribute(name);
  return value;
}

/** Gives back what an element loads; the element itself stays, with its listeners and every other attribute. */
export function releaseElement(element: Element): void {
  take(element, 'data-avowal');
  setByScript.delete(element);
  for (const name of LOADING_ATTRIBUTES) {
    const value = take(element, `data-avowal-${name}`);
    if (value !== null) setAttribute(element, name, value);
  }
}

/** Starts a script that waited; the promise settles when it has run. */
function releaseScript(script: HTMLScriptElement): Promise<unknown> | undefined {
  const src = take(script, 'data-avowal-src') ?? take(script, 'src');
  const type = take(script, 'data-avowal-type');
  if (script.type === 'text/plain') script.removeAttribute('type');
  if (type) script.type = type;
  released.add(script);
  if (src === null) {
    // Entering the document again makes an inline script run that has not run yet (HTML §4.12.1.1).
    script.replaceWith(script);
    return undefined;
  }
  // A script that was not async keeps its place among the others (HTML: "force async" off).
  script.async = script.hasAttribute('async');
  const done = new Promise((resolve) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', resolve);
  });
  setAttribute(script, 'src', src);
  return script.async ? undefined : done;
}

/** What the page's policy would not have run, a script in markup without the nonce, is not run for it either. */
const isTrusted = (script: HTMLScriptElement) =>
  !coreNonce || script.nonce === coreNonce || setByScript.has(script);

/** Scripts that the browser itself would run only after parsing. */
const isDeferred = (script: HTMLScriptElement) =>
  (script.defer || script.matches('[data-avowal-type=module],[type=module]')) &&
  !script.hasAttribute('async');

/** Whether the parser is past an element, so that all its text is there. */
function isParsed(element: Element): boolean {
  for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true;
  return false;
}

const queue: HTMLScriptElement[] = [];
let running: unknown[] = [];
let isDraining = false;

async function drain(): Promise<void> {
  if (isDraining) return;
  isDraining = true;
  for (let script = queue.shift(); script; script = queue.shift()) {
    // An inline script may use what the scripts before it define.
    if (!script.matches('[src],[data-avowal-src]')) {
      await Promise.all(running);
      running = [];
    }
    running.push(releaseScript(script));
  }
  isDraining = false;
}

/** Starts everything that waited for what is granted now, scripts in document order, deferred ones after parsing. */
export function release(): void {
  const isLoading = document.readyState === 'loading';
  const marked = [...trees].flatMap((tree) => [...tree.querySelectorAll('[data-avowal]')]);
  for (const element of new Set([...marked, ...setByScript])) {
    if (waitsFor(element) !== false) continue;
    if (!(element instanceof HTMLScriptElement)) releaseElement(element);
    else if (isLoading && isDeferred(element)) continue;
    else if (isLoading && !isParsed(element)) break;
    else if (isTrusted(element)) {
      // Taken at once, so that a release that begins meanwhile does not start it twice.
      take(element, 'data-avowal');
      queue.push(element);
    }
  }
  void drain();
}
