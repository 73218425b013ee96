import type { AvowalApi } from '../model/avowal-api.ts';

/** The runtime of this page, if it has arrived; never on a server. */
export function findRuntime(): AvowalApi | undefined {
  if (typeof window === 'undefined') return undefined;
  // Without the runtime the name may lead to an element with that id (HTML, named access on the Window object).
  return typeof window.avowal?.on === 'function' ? window.avowal : undefined;
}

/** Calls `use` with the runtime: now, or when its script has run, whoever put it into the page. Never on a server. */
export function onRuntime(use: (api: AvowalApi) => void): void {
  if (typeof document === 'undefined') return;
  const look = () => {
    const api = findRuntime();
    if (!api) return false;
    document.removeEventListener('load', look, true);
    use(api);
    return true;
  };
  // A script's load event does not bubble, but it can be captured.
  if (!look()) document.addEventListener('load', look, true);
}
