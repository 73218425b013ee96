import type { Answer, StoredChoice } from './choice.ts';

/** Name of the cookie that keeps the visitor's choice (at most 1 KB). */
export const CHOICE_COOKIE = 'avowal';

const flag = (answer: Answer | undefined) => (answer === 'granted' ? '1' : '0');

/**
 * `1|consentId|recordId|time(base 36)|purpose:1:revision~purpose:0:revision|service:1~service:0`.
 * Only cookie octets (RFC 6265 §4.1.1) that need no escaping.
 */
export function serializeChoice(stored: StoredChoice): string {
  const purposes = Object.entries(stored.purposes).map(
    ([id, answer]) => `${id}:${flag(answer)}:${stored.revisions[id] ?? ''}`,
  );
  const services = Object.entries(stored.services).map(([id, answer]) => `${id}:${flag(answer)}`);
  return [
    '1',
    stored.consentId,
    stored.recordId,
    stored.time.toString(36),
    purposes.join('~'),
    services.join('~'),
  ].join('|');
}

/** Reads what {@link serializeChoice} wrote; `undefined` for anything else, so that a damaged cookie counts as no answer. */
export function parseChoice(text: string): StoredChoice | undefined {
  const parts = text.split('|');
  const [version, consentId, recordId, time, purposeList, serviceList] = parts;
  const seconds = Number.parseInt(time ?? '', 36);
  if (parts.length !== 6 || version !== '1' || !consentId || !recordId || !(seconds > 0)) return undefined;
  const purposes: Record<string, Answer> = {};
  const revisions: Record<string, string> = {};
  const services: Record<string, Answer> = {};
  for (const item of (purposeList ?? '').split('~')) {
    const [id, answer, revision] = item.split(':');
    if (!id || revision === undefined || !/^[01]$/.test(answer ?? '')) continue;
    purposes[id] = answer === '1' ? 'granted' : 'denied';
    revisions[id] = revision;
  }
  for (const item of (serviceList ?? '').split('~')) {
    const [id, answer] = item.split(':');
    if (id && /^[01]$/.test(answer ?? '')) services[id] = answer === '1' ? 'granted' : 'denied';
  }
  return { consentId, recordId, time: seconds, purposes, revisions, services };
}

/** Finds and reads the choice in a `Cookie` header or `document.cookie`. */
export function readChoice(cookies: string): StoredChoice | undefined {
  for (const pair of cookies.split(/; */)) {
    if (pair.startsWith(`${CHOICE_COOKIE}=`)) return parseChoice(pair.slice(CHOICE_COOKIE.length + 1));
  }
  return undefined;
}
