import { config } from './config.ts';
import { loadChunk } from './load-chunk.ts';
import { pageLocale } from './page-locale.ts';
import type { NoticeUi } from './ui-handover.ts';

let loading: Promise<NoticeUi> | undefined;
let arrive: (ui: NoticeUi) => void;

/** Called by the UI chunk when it runs. */
export const uiArrived = (ui: NoticeUi): void => arrive(ui);

/** Fetches the UI chunk, once; a failed attempt may be repeated. */
export function loadUi(): Promise<NoticeUi> {
  loading ??= new Promise<NoticeUi>((resolve, reject) => {
    arrive = resolve;
    loadChunk(`ui.${config.uiRevision}.${pageLocale(config.locales)}`).catch((error) => {
      loading = undefined;
      reject(error);
    });
  });
  return loading;
}
