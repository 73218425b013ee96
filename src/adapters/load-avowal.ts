import type { AvowalApi } from '../model/avowal-api.ts';
import { avowal } from './avowal.ts';
import { findRuntime, onRuntime } from './runtime.ts';

/** Where the runtime is. */
export interface LoadOptions {
  /** Address of the site's script, such as `https://consent.example.org/c/example.js`. */
  readonly src: string;
  /** For a page whose policy asks for a nonce. */
  readonly nonce?: string | undefined;
}

/** The script element that brings the runtime; a new one where there is none, or where it stands in vain. */
function findScript(src: string, nonce: string | undefined): HTMLScriptElement {
  const wanted = new URL(src, document.baseURI).href;
  const found = [...document.scripts].find((script) => script.src === wanted);
  // After the page has loaded, a script that has not run has failed; a second one does no harm.
  if (found && document.readyState !== 'complete') return found;
  const script = document.createElement('script');
  if (nonce) script.nonce = nonce;
  script.src = wanted;
  document.head.prepend(script);
  return script;
}

let loading: Promise<AvowalApi> | undefined;

/**
 * Waits for the runtime, and puts its script into the page where that has none. What stands in the HTML before it is not
 * held back then: only a script first in `<head>` can do that. Rejects when the script cannot be loaded, and may be called
 * again. On a server it resolves at once, with nothing granted.
 */
export function loadAvowal({ src, nonce }: LoadOptions): Promise<AvowalApi> {
  if (typeof document === 'undefined') return Promise.resolve(avowal);
  const api = findRuntime();
  if (api) return Promise.resolve(api);
  loading ??= new Promise<AvowalApi>((resolve, reject) => {
    const script = findScript(src, nonce);
    onRuntime(resolve);
    const look = () => {
      if (findRuntime()) return;
      loading = undefined;
      script.remove();
      reject(
        new Error(`Avowal could not be loaded from ${script.src}, so nothing is granted. Check the address.`),
      );
    };
    script.addEventListener('load', look);
    script.addEventListener('error', look);
  });
  return loading;
}
