import type { NoticeConfig } from '../../model/notice.ts';

declare const AVOWAL_NOTICE: NoticeConfig;

/** Everything that is shown, in the page's language; it stands in the same script before the UI. */
export const notice: NoticeConfig = AVOWAL_NOTICE;
