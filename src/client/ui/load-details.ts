import type * as Details from './details/details.ts';

/** Where this script came from; the details of the same revision and locale stand beside it. */
const own = (document.currentScript as HTMLScriptElement | null)?.src ?? '';

let loading: Promise<typeof Details> | undefined;
let attempts = 0;

/** Whether the details are there or on their way. */
export const hasDetails = (): boolean => !!loading;

/** Loads the details, once; a failed attempt may be repeated, under another URL since browsers may keep the failure. */
export function loadDetails(): Promise<typeof Details> {
  loading ??= import(own.replace('/ui.', '/details.') + (attempts++ ? `?${attempts}` : '')).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Uses the details where they can be had; without them what is denied stays held back, and is deleted on a later page. */
export const withDetails = (use: (details: typeof Details) => void): Promise<void> =>
  loadDetails().then(use, () => {});
