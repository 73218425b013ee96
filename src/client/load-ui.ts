import { config } from './config.ts';
import { loadChunk } from './load-chunk.ts';
import type { NoticeUi } from './ui-handover.ts';

/** Language of the page where the notice exists in it, else its base language, else the first (LAW-L1-013). */
export function pageLocale(): string {
  const wanted = (document.documentElement.lang || navigator.language).toLowerCase();
  const [base = ''] = wanted.split(/[-_]/);
  const { locales } = config;
  return locales[wanted] ?? locales[base] ?? (Object.values(locales)[0] as string);
}

let loading: Promise<NoticeUi> | undefined;
let arrive: (ui: NoticeUi) => void;

/** Called by the UI chunk when it runs. */
export const uiArrived = (ui: NoticeUi): void => arrive(ui);

/** Fetches the UI chunk, once; a failed attempt may be repeated. */
export function loadUi(): Promise<NoticeUi> {
  loading ??= new Promise<NoticeUi>((resolve, reject) => {
    arrive = resolve;
    loadChunk(`ui.${config.uiRevision}.${pageLocale()}`).catch((error) => {
      loading = undefined;
      reject(error);
    });
  });
  return loading;
}
