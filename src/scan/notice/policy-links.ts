import type { PageLink } from '../../model/notice-facts.ts';
import { POLICY_WORDS } from './notice-words.ts';

/** A link that most likely leads to a policy. */
export interface PolicyLink extends PageLink {
  readonly isInNotice: boolean;
}

const POLICY = new RegExp(POLICY_WORDS, 'iu');
const COOKIES =
  /cookie|biscuit|galet|kakor|kakpolicy|informasjonskaps|ev[äa]ste|süti|бисквит|piškot|kolači|slapuk|sīkdat|küpsis|çerez|vafrak|fianán|cwcis|ملفات تعريف|עוגיות|कुकी|クッキー|쿠키/iu;

/** A link of many words is a headline, and no policy of this site. */
const MOST_LETTERS = 70;

function pathOf({ url }: PageLink): string {
  const path = URL.parse(url)?.pathname ?? '';
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Whether these words speak of a policy. */
export const isPolicyText = (text: string): boolean => text.length <= MOST_LETTERS && POLICY.test(text);

/** Whether a link says that it leads to a policy, by its words or, where it has none of its own, by its address. */
export const isPolicyLink = (link: PageLink): boolean =>
  isPolicyText(link.text) || (link.text.length <= MOST_LETTERS && POLICY.test(pathOf(link)));

const speaksOfCookies = (link: PageLink) => COOKIES.test(link.text) || COOKIES.test(pathOf(link));

const addressOf = ({ url }: PageLink) => url.replace(/#.*/, '');

/** The page on cookies and the page on privacy: those that the notice links to before those of the page. */
export function pickPolicyLinks(
  inNotice: readonly PageLink[],
  onPage: readonly PageLink[],
): readonly PolicyLink[] {
  const known = new Set(inNotice.map(addressOf));
  const all = [
    ...inNotice.map((link) => ({ ...link, isInNotice: true })),
    ...onPage.filter((link) => !known.has(addressOf(link))).map((link) => ({ ...link, isInNotice: false })),
  ].filter(isPolicyLink);
  const cookies = all.find(speaksOfCookies);
  const privacy = all.find(
    (link) => !speaksOfCookies(link) && addressOf(link) !== (cookies && addressOf(cookies)),
  );
  return [cookies, privacy].filter((link) => link !== undefined);
}
