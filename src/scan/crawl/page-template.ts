/** What kind of page an address leads to, as far as the address tells. */
export interface PageTemplate {
  /** First part of the path: a shop's products must not push out its blog. */
  readonly section: string;
  /** Path and names of the parameters, with what differs from page to page folded to `*`. */
  readonly shape: string;
}

/** A word that names one page of many: a number, a date, a code, or a title in words. */
const VARIES = /\d|[-_+.,]|%|^.{24,}$/;

const fold = (part: string) => (VARIES.test(part) ? '*' : part.toLowerCase());

/** Tells pages of the same template by their addresses: `/blog/a-title` and `/blog/another-title`, `/?p=1` and `/?p=2`. */
export function templateOf(url: string): PageTemplate {
  const { pathname, searchParams } = new URL(url);
  const parts = pathname
    .replace(/\.(html?|php|aspx?|jsp)$/i, '')
    .split('/')
    .filter(Boolean)
    .map(fold);
  const names = [...new Set(searchParams.keys())].sort();
  return {
    section: parts[0] ?? '',
    shape: `/${parts.join('/')}${names.length > 0 ? `?${names.join('&')}` : ''}`,
  };
}
