import { addMonths } from '../../model/calendar.ts';
import type { StoredChoice } from '../../model/choice.ts';
import { CHOICE_COOKIE, serializeChoice } from '../../model/choice-cookie.ts';
import type { RuntimeConfig } from '../../model/runtime-config.ts';

/** Browsers keep no cookie longer than 400 days (LAW-STO-007). */
const MAX_AGE = 400 * 86_400;

/** Seconds from a choice at `time` (seconds since 1970) to its end. */
const lifetime = ({ validityMonths }: RuntimeConfig, time: number) =>
  Math.min(addMonths(new Date(time * 1000), validityMonths).getTime() / 1000 - time, MAX_AGE);

/** The domain among those that the consent covers that a host is on; `''` = this host alone. */
export const coveringDomain = (config: RuntimeConfig, host: string): string =>
  // A cookie for a name without a dot, such as localhost, is refused when it names its domain.
  config.domains.find((domain) => domain.includes('.') && `.${host}`.endsWith(`.${domain}`)) ?? '';

/** The `document.cookie` assignment that keeps a choice, the same time for yes and no (LAW-STO-001). */
export function choiceCookie(
  config: RuntimeConfig,
  stored: StoredChoice,
  { hostname, protocol }: Location,
): string {
  const domain = coveringDomain(config, hostname);
  return (
    `${CHOICE_COOKIE}=${serializeChoice(stored)}; Path=/; SameSite=Lax` +
    `; Max-Age=${lifetime(config, stored.time)}` +
    (domain && `; Domain=${domain}`) +
    (protocol === 'https:' ? '; Secure' : '')
  );
}
