import type { Answer, StoredChoice } from './choice.ts';
import type { RegimeMode } from './regime.ts';

/** Name of the cookie that keeps the visitor's choice. */
export const CHOICE_COOKIE = 'avowal';

/** Browsers keep no cookie longer than 400 days (LAW-STO-007). */
export const LONGEST_COOKIE_MS: number = 400 * 86_400_000;

interface Asked {
  readonly id: string;
  /** Exempt from consent: never asked, never kept. */
  readonly required?: boolean;
  /** An answer is kept under it, and counts no longer once it is another. */
  readonly revision: string;
}

/** What a visitor is asked: a part of the `RuntimeConfig`. */
export interface Question {
  readonly purposes: readonly Asked[];
  readonly services: readonly Asked[];
  readonly regime: { readonly mode: RegimeMode };
  /** Global Privacy Control is on and counts as an opt-out. */
  readonly honoursGpc?: boolean;
}

/** Whole match, ids, times, answers. */
type Groups = readonly [string, string, string, string, string, string];

const PATTERN = /(?:^|; )avowal=2\|([\w-]{36})\|([\w-]{36})\|(\d+)\|(\d+)\|(~[^;|]*)(?![^;])/g;

/**
 * `avowal=2|consentId|recordId|time|until|~1revision~0revision~`: 1 = granted, 0 = denied, g = under an opt-out signal. Only cookie octets (RFC 6265
 * §4.1.1) that need no escaping, and nothing that is not asked today.
 */
export function serializeChoice(
  stored: StoredChoice,
  { purposes, services }: Pick<Question, 'purposes' | 'services'>,
): string {
  const list = (asked: readonly Asked[], answers: StoredChoice['purposes']) =>
    asked.map(({ id, revision }) => (answers[id] ? `${answers[id] === 'granted' ? 1 : 0}${revision}~` : ''));
  const { consentId, recordId, time, until, gpc } = stored;
  const said = [...list(purposes, stored.purposes), ...list(services, stored.services)].join('');
  return `${CHOICE_COOKIE}=2|${consentId}|${recordId}|${time}|${until}|${gpc ? '~g' : ''}~${said}`;
}

/**
 * Finds the choice in a `Cookie` header or `document.cookie`, as far as it still counts at a time (milliseconds since
 * 1970) and answers what is asked today (LAW-STO-010). A browser may hold several cookies of the name (another path or
 * domain, a subdomain's doing): the newest that is whole counts, and none from the future.
 */
export function readChoice(
  cookies: string,
  { purposes, services, regime, honoursGpc }: Question,
  now: number,
): StoredChoice | undefined {
  let newest: StoredChoice | undefined;
  for (const match of cookies.matchAll(PATTERN)) {
    // Each group takes part in every match.
    const [, consentId, recordId, made, ends, said] = match as unknown as Groups;
    const pick = (asked: readonly Asked[]) => {
      const answers: Record<string, Answer> = {};
      for (const { id, revision } of asked) {
        // Who has objected is not asked to opt in again, whatever has changed (LAW-STO-005).
        const denied = regime.mode === 'opt-in' ? revision : revision.slice(0, -4);
        // Who says yes and switches the signal on later has objected; a yes under the signal stands (US-GPC-001).
        if (said.includes(`~1${revision}~`) && (!honoursGpc || said.includes('~g~'))) answers[id] = 'granted';
        if (said.includes(`~0${denied}`)) answers[id] = 'denied';
      }
      return answers;
    };
    const time = +made;
    const until = +ends;
    // A clock that was put right may leave a choice a little in the future.
    if (time > (newest?.time ?? 0) && time < now + 86_400_000 && until > now)
      newest = { consentId, recordId, time, until, purposes: pick(purposes), services: pick(services) };
  }
  return newest;
}
