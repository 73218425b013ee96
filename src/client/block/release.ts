import { coreNonce, policy } from '../natives.ts';
import { isGuarded } from './guard-page.ts';
import { setByScript } from './hold.ts';
import { released } from './released.ts';
import { trees } from './trees.ts';
import { waitsFor } from './waits-for.ts';

/** Milliseconds that the scripts after one wait for it. */
const PATIENCE = 5_000;

/** Puts every kept value back where it works: `data-avowal-src` → `src`, `data-avowal-text` → the text. */
function giveBack(element: Element): void {
  setByScript.delete(element);
  for (const { name, value } of [...element.attributes]) {
    if (!name.startsWith('data-avowal') || name.startsWith('data-avowal-embed')) continue;
    const kept = name.slice(12);
    element.removeAttribute(name);
    if (kept === 'text') element.textContent = value;
    // Looked at again: what waited for one service may call another too.
    else if (kept) element.setAttribute(kept, policy.createScriptURL(value));
  }
}

/** Gives back what an element loads; the element itself stays, with its listeners and every other attribute. */
export function releaseElement(element: Element): void {
  giveBack(element);
  // What a media element takes no notice of when it changes, and what works only as it enters the document.
  if (element.matches('source')) (element.parentNode as HTMLMediaElement | null)?.load?.();
  if (element.matches('link,track')) element.replaceWith(element);
}

/** Starts a script that waited; the promise settles when it has run. */
const releaseScript = (script: HTMLScriptElement, src: string | null): unknown => {
  // Only an address where there was none makes a script start (HTML §4.12.1).
  script.removeAttribute('src');
  // The type comes before the address, with which the script starts.
  script.type = script.dataset.avowalType ?? '';
  released.add(script);
  if (src === null) {
    giveBack(script);
    // Entering the document again makes an inline script run that has not run yet (HTML §4.12.1.1).
    script.replaceWith(script);
    return undefined;
  }
  // A script that was not async keeps its place among the others (HTML: "force async" off).
  script.async = script.hasAttribute('async');
  const done =
    !script.async &&
    new Promise((resolve) => {
      for (const event of ['load', 'error']) script.addEventListener(event, resolve);
      // A server that never answers holds up nobody else for ever.
      setTimeout(resolve, PATIENCE);
    });
  script.dataset.avowalSrc = src;
  giveBack(script);
  return done;
};

/** What the page's policy would not have run, a script in markup without the nonce, is not run for it either. */
const isTrusted = (script: HTMLScriptElement) =>
  !coreNonce || script.nonce === coreNonce || setByScript.has(script);

/** What is added while it is worked off has its turn too. */
const queue = new Set<HTMLScriptElement>();
const running: unknown[] = [];

async function drain(): Promise<void> {
  for (const script of queue) {
    const src = script.dataset.avowalSrc ?? script.getAttribute('src');
    // An inline script may use what the scripts before it define.
    if (src === null) await Promise.all(running);
    // The visitor may have withdrawn meanwhile.
    if (waitsFor(script) === false) running.push(releaseScript(script, src));
    // After an answer each in a task of its own: the page stays alive meanwhile.
    if (isGuarded) await new Promise(setTimeout as (resolve: (value: unknown) => void) => void);
    queue.delete(script);
  }
}

/** Starts everything that waited for what is granted now, scripts in document order once the document has been parsed. */
export function release(): void {
  const isIdle = !queue.size;
  const marked = [...trees].flatMap((tree) => [...tree.querySelectorAll('[data-avowal]')]);
  for (const element of [...marked, ...setByScript]) {
    if (waitsFor(element) !== false) continue;
    if (!element.matches('script')) releaseElement(element);
    else if (document.readyState !== 'loading' && isTrusted(element as HTMLScriptElement))
      queue.add(element as HTMLScriptElement);
  }
  if (isIdle) void drain();
}
