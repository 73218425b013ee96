import { coreNonce, setAttribute } from '../natives.ts';
import { setByScript } from './hold.ts';
import { LOADING_ATTRIBUTES } from './loading-attributes.ts';
import { trees } from './observe-document.ts';
import { waitsFor } from './waits-for.ts';

/** Milliseconds that the scripts after one wait for it. */
const PATIENCE = 5_000;

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
  // What a media element, or a hint in the document, takes no notice of when it changes.
  if (element.matches('source')) (element.parentNode as HTMLMediaElement | null)?.load?.();
  if (element.matches('link')) element.replaceWith(element);
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
    // A server that never answers holds up nobody else for ever.
    setTimeout(resolve, PATIENCE);
  });
  setAttribute(script, 'src', src);
  return script.async ? undefined : done;
}

/** What the page's policy would not have run, a script in markup without the nonce, is not run for it either. */
const isTrusted = (script: HTMLScriptElement) =>
  !coreNonce || script.nonce === coreNonce || setByScript.has(script);

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

/** Starts everything that waited for what is granted now, scripts in document order once the document has been parsed. */
export function release(): void {
  const marked = [...trees].flatMap((tree) => [...tree.querySelectorAll('[data-avowal]')]);
  for (const element of new Set([...marked, ...setByScript])) {
    if (waitsFor(element) !== false) continue;
    if (!element.matches('script')) releaseElement(element);
    else if (document.readyState !== 'loading' && isTrusted(element as HTMLScriptElement)) {
      // Taken at once, so that a release that begins meanwhile does not start it twice.
      take(element, 'data-avowal');
      queue.push(element as HTMLScriptElement);
    }
  }
  void drain();
}
