import { answerTo, isAllowed } from '../consent.ts';
import { coreNonce, setAttribute } from '../natives.ts';
import { serviceWithId } from './blocked-service.ts';
import { setByScript } from './hold.ts';
import { LOADING_ATTRIBUTES } from './loading-attributes.ts';

/** Whether what an element waits for (a service or a purpose, by id) is granted. */
function isReady(element: Element): boolean {
  const id = element.getAttribute('data-avowal') ?? '';
  const service = serviceWithId(id);
  return service ? isAllowed(service) : answerTo(id) === 'granted';
}

/** Takes a kept value off an element. */
function take(element: Element, name: string): string | null {
  const value = element.getAttribute(name);
  element.removeAttribute(name);
  return value;
}

/** Gives back what an element loads; the element itself stays, with its listeners and every other attribute. */
export function releaseElement(element: Element): void {
  take(element, 'data-avowal');
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

/** Starts everything that waited for what is granted now, scripts in document order once the document has been parsed. */
export async function release(): Promise<void> {
  const ready = [...document.querySelectorAll('[data-avowal]')].filter(isReady);
  const isScript = (element: Element) => element instanceof HTMLScriptElement;
  // What the page's policy would not have run, a script in markup without the nonce, is not run for it either.
  const isTrusted = (script: HTMLScriptElement) =>
    !coreNonce || script.nonce === coreNonce || setByScript.has(script);
  ready.filter((element) => !isScript(element)).forEach(releaseElement);
  if (document.readyState === 'loading') return;
  const scripts = (ready.filter(isScript) as HTMLScriptElement[]).filter(isTrusted);
  // Taken at once, so that a release that begins meanwhile does not start them twice.
  for (const script of scripts) take(script, 'data-avowal');
  let running: unknown[] = [];
  for (const script of scripts) {
    // An inline script may use what the scripts before it define.
    if (!script.matches('[src],[data-avowal-src]')) {
      await Promise.all(running);
      running = [];
    }
    running.push(releaseScript(script));
  }
}
