import type { NoticeConfig } from '../../model/notice.ts';

declare const AVOWAL_NOTICE: NoticeConfig;

/** Everything that is shown, in the page's language; it stands in the same script before the UI. */
export const notice: NoticeConfig = AVOWAL_NOTICE;

/** A text with `{name}` filled in. */
export const text = (pattern: string, facts: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
