import type { Answer, StoredChoice } from '../../model/choice.ts';
import { serializeChoice } from '../../model/choice-cookie.ts';
import type { Config } from '../../model/config.ts';
import type { ConfigProblem } from './config-problem.ts';
import { purposeRevision } from './purpose-revision.ts';
import { resolveConfig } from './resolve-config.ts';
import { serviceRevision } from './service-revision.ts';

/** Most bytes of the choice cookie, name and value together (LAW-STO-009). */
export const MAX_COOKIE_BYTES = 1024;

/** Bytes of the longest choice cookie that a visitor of this site can get: an answer to each purpose and each service. */
export function longestCookie(config: Config): number {
  const resolved = resolveConfig(config);
  const all = (list: readonly { readonly id: string }[]) =>
    Object.fromEntries(list.map(({ id }): [string, Answer] => [id, 'granted']));
  const optional = resolved.purposes.filter(({ required }) => !required);
  const stored: StoredChoice = {
    consentId: 'c'.repeat(64),
    recordId: 'r'.repeat(36),
    time: 1e12,
    until: 1e12,
    gpc: true,
    purposes: all(optional),
    services: all(resolved.services),
  };
  return serializeChoice(stored, {
    purposes: optional.map((purpose) => ({ ...purpose, revision: purposeRevision(purpose, resolved) })),
    services: resolved.services.map(({ id, ...facts }) => ({
      id,
      revision: serviceRevision({ id, ...facts }, resolved),
    })),
  }).length;
}

/** A configuration whose choices would not fit into the cookie; browsers and servers drop headers that grow too long. */
export function checkCookieSize(config: Config): ConfigProblem[] {
  const bytes = longestCookie(config);
  if (bytes <= MAX_COOKIE_BYTES) return [];
  return [
    {
      path: 'services',
      problem: `are too many to keep an answer to each: the choice cookie could grow to ${bytes} bytes, and ${MAX_COOKIE_BYTES} are allowed (rule LAW-STO-009).`,
      fix: `Join services of one provider and purpose into one, or give purposes shorter ids: ${bytes - MAX_COOKIE_BYTES} bytes less are needed, and a service takes 10.`,
    },
  ];
}
