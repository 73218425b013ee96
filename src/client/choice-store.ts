import { addMonths } from '../model/calendar.ts';
import type { Answer, StoredChoice } from '../model/choice.ts';
import { CHOICE_COOKIE, readChoice, serializeChoice } from '../model/choice-cookie.ts';
import type { RuntimeConfig } from '../model/runtime-config.ts';

/** Browsers keep no cookie longer than 400 days (LAW-STO-007). */
const MAX_AGE = 400 * 86_400;

/** The domain among those that the consent covers that a host is on; `''` = this host alone. */
export const coveringDomain = (config: RuntimeConfig, host: string): string =>
  // A cookie for a name without a dot, such as localhost, is refused when it names its domain.
  config.domains.find((domain) => domain.includes('.') && `.${host}`.endsWith(`.${domain}`)) ?? '';

const endOf = (config: RuntimeConfig, time: number) =>
  Math.min(addMonths(new Date(time * 1000), config.validityMonths).getTime() / 1000, time + MAX_AGE);

/**
 * What still counts of a stored choice: nothing once it has ended, and of the purposes only those that have not changed
 * since they were answered (LAW-STO-010).
 */
export function validChoice(
  config: RuntimeConfig,
  stored: StoredChoice | undefined,
  now: number,
): StoredChoice | undefined {
  if (!stored || endOf(config, stored.time) <= now) return undefined;
  const purposes: Record<string, Answer> = {};
  for (const { id, revision } of config.purposes) {
    const answer = stored.purposes[id];
    if (answer && stored.revisions[id] === revision) purposes[id] = answer;
  }
  return { ...stored, purposes };
}

/** Reads the choice that this browser keeps. */
export const loadChoice = (config: RuntimeConfig): StoredChoice | undefined =>
  validChoice(config, readChoice(document.cookie), Date.now() / 1000);

/** The `document.cookie` assignment that keeps a choice, the same time for yes and no (LAW-STO-001). */
export function choiceCookie(
  config: RuntimeConfig,
  stored: StoredChoice,
  { hostname, protocol }: Location,
): string {
  const domain = coveringDomain(config, hostname);
  return (
    `${CHOICE_COOKIE}=${serializeChoice(stored)}; Path=/; SameSite=Lax` +
    `; Max-Age=${endOf(config, stored.time) - stored.time}` +
    (domain && `; Domain=${domain}`) +
    (protocol === 'https:' ? '; Secure' : '')
  );
}
