import type { NoticeTexts } from '../../model/notice.ts';

/** The texts with these keys. */
export const pickTexts = <K extends keyof NoticeTexts>(
  texts: NoticeTexts,
  keys: readonly K[],
): Pick<NoticeTexts, K> => Object.fromEntries(keys.map((key) => [key, texts[key]])) as Pick<NoticeTexts, K>;
