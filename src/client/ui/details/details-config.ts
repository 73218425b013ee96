import type { NoticeDetails } from '../../../model/notice.ts';

declare const AVOWAL_DETAILS: NoticeDetails;

/** Facts of services in the page's language; they stand in the same module before this program. */
export const details: NoticeDetails = AVOWAL_DETAILS;

/** A text with `{name}` filled in. */
export const fill = (pattern: string, facts: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
