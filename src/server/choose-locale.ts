import { matchLocale } from '../model/match-locale.ts';

/** Language tags of an `Accept-Language` header, the most wanted first (RFC 9110 §12.5.4). */
function wantedTags(header: string): string[] {
  return header
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/i))
    .filter(([tag, quality]) => tag && Number(quality ?? 1) > 0)
    .sort(([, a], [, b]) => Number(b ?? 1) - Number(a ?? 1))
    .map(([tag]) => tag as string);
}

/** The locale to answer in: `asked` where it exists, else what the browser prefers, else the first of the site. */
export function chooseLocale(
  available: readonly string[],
  asked: string | undefined,
  header: string,
): string {
  for (const tag of [...(asked ? [asked] : []), ...wantedTags(header)]) {
    const found = matchLocale(tag, available);
    if (found) return found;
  }
  return available[0] ?? 'en';
}
