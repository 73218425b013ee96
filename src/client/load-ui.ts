import { config } from './config.ts';
import { loadChunk } from './load-chunk.ts';
import { pageLocale } from './page-locale.ts';
import type { NoticeUi } from './ui-handover.ts';

let loading: Promise<NoticeUi> | undefined;
let arrived: NoticeUi;

/** Called by the UI chunk when it runs. */
export const uiArrived = (ui: NoticeUi): void => {
  arrived = ui;
};

/** Fetches the UI chunk, once; a failed attempt may be repeated. */
export const loadUi = (): Promise<NoticeUi> =>
  (loading ??= loadChunk(`ui.${config.uiRevision}.${pageLocale(config.locales)}`).then(
    () => arrived,
    (error) => {
      loading = undefined;
      throw error;
    },
  ));
