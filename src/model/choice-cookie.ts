import type { Answer, StoredChoice } from './choice.ts';

/** Name of the cookie that keeps the visitor's choice (at most 1 KB). */
export const CHOICE_COOKIE = 'avowal';

const join = (answers: Readonly<Record<string, Answer>>, end: (id: string) => string) =>
  Object.entries(answers)
    .map(([id, answer]) => `${id}:${answer === 'granted' ? 1 : 0}${end(id)}`)
    .join('~');

const ANSWERS: Readonly<Record<string, Answer>> = { 0: 'denied', 1: 'granted' };

/** Id → answer, and in `revisions` what stands behind the answers. */
function split(list = '', revisions: Record<string, string> = {}) {
  const answers: Record<string, Answer> = {};
  for (const item of list.split('~')) {
    const [id, flag = '', revision = ''] = item.split(':');
    const answer = ANSWERS[flag];
    if (!id || !answer) continue;
    answers[id] = answer;
    revisions[id] = revision;
  }
  return answers;
}

/**
 * `1|consentId|recordId|time(base 36)|purpose:1:revision~purpose:0:revision|service:1~service:0`.
 * Only cookie octets (RFC 6265 §4.1.1) that need no escaping.
 */
export function serializeChoice(stored: StoredChoice): string {
  return [
    '1',
    stored.consentId,
    stored.recordId,
    stored.time.toString(36),
    join(stored.purposes, (id) => `:${stored.revisions[id] ?? ''}`),
    join(stored.services, () => ''),
  ].join('|');
}

/** Reads what {@link serializeChoice} wrote; `undefined` for anything else, so that a damaged cookie counts as no answer. */
export function parseChoice(text: string): StoredChoice | undefined {
  const parts = text.split('|');
  const [version, consentId, recordId, time, purposeList, serviceList] = parts;
  const seconds = Number.parseInt(time ?? '', 36);
  if (parts.length !== 6 || version !== '1' || !consentId || !recordId || !(seconds > 0)) return undefined;
  const revisions: Record<string, string> = {};
  const purposes = split(purposeList, revisions);
  return { consentId, recordId, time: seconds, purposes, revisions, services: split(serviceList) };
}

/** Finds and reads the choice in a `Cookie` header or `document.cookie`. */
export function readChoice(cookies: string): StoredChoice | undefined {
  for (const pair of cookies.split(/; */)) {
    if (pair.startsWith(`${CHOICE_COOKIE}=`)) return parseChoice(pair.slice(CHOICE_COOKIE.length + 1));
  }
  return undefined;
}
