import { countText } from '../knowledge/fill-text.ts';
import type { Locale } from '../knowledge/locale.ts';
import { CHOICE_COOKIE } from '../model/choice-cookie.ts';
import { matchesName } from '../model/name-pattern.ts';
import type { ResolvedConfig, ResolvedTracker } from '../model/resolved-config.ts';
import { isCookie } from '../model/tracker.ts';
import type { PolicyTracker } from './policy-facts.ts';

/** Local storage keys under which the runtime keeps answers that the server has not confirmed. */
const PENDING_ANSWERS = 'avowal-pending*';

const DAY = 86_400;

/** Browsers keep no cookie longer than 400 days (LAW-STO-007). */
const LONGEST = 400 * DAY;

/** Whether a declared tracker is Avowal's own, found by a scan of a site that uses it already. */
export const isOwnStorage = ({ name, kind, service }: ResolvedTracker): boolean =>
  (service === null || service === 'avowal') &&
  ((name === CHOICE_COOKIE && isCookie(kind)) ||
    (matchesName(PENDING_ANSWERS, name) && kind === 'local-storage'));

/** What Avowal itself keeps in the visitor's browser, once there is an answer. */
export function ownStorage(config: ResolvedConfig, { tag, policy }: Locale): PolicyTracker[] {
  const texts = policy.declaration;
  const seconds = Math.round((config.validityMonths * 365.25 * DAY) / 12);
  return [
    {
      name: CHOICE_COOKIE,
      kind: 'js-cookie',
      host: '',
      party: 'first',
      lifetimeSeconds: Math.min(seconds, LONGEST),
      lifetime: countText(policy.months, config.validityMonths, tag),
      description: texts.choiceCookie,
    },
    {
      name: PENDING_ANSWERS,
      kind: 'local-storage',
      host: '',
      party: 'first',
      lifetimeSeconds: null,
      lifetime: texts.pendingLifetime,
      description: texts.pendingAnswer,
    },
  ];
}
