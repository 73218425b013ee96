import type { StoredChoice } from '../../model/choice.ts';
import { LONGEST_COOKIE_MS, serializeChoice } from '../../model/choice-cookie.ts';
import type { RuntimeConfig } from '../../model/runtime-config.ts';

/** The domain among those that the consent covers that a host is on; `''` = this host alone. */
export const coveringDomain = (config: RuntimeConfig, host: string): string =>
  // A cookie for a name without a dot, such as localhost, is refused when it names its domain.
  config.domains.find((domain) => domain.includes('.') && `.${host}`.endsWith(`.${domain}`)) ?? '';

/** The `document.cookie` assignment that keeps a choice until it ends. */
export function choiceCookie(
  config: RuntimeConfig,
  stored: StoredChoice,
  { hostname, protocol }: Location,
): string {
  const domain = coveringDomain(config, hostname);
  const { time, until } = stored;
  return (
    `${serializeChoice(stored, config)}; Path=/; SameSite=Lax` +
    `; Max-Age=${Math.floor(Math.min(until - time, LONGEST_COOKIE_MS) / 1000)}` +
    (domain && `; Domain=${domain}`) +
    (protocol === 'https:' ? '; Secure' : '')
  );
}
