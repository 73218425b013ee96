import { hostRuleWeight } from '../../model/host-rule.ts';
import type { RuntimeConfig, RuntimeService } from '../../model/runtime-config.ts';

/** Two patterns for the inline guard, without regard to case: addresses, and names of cookies and storage keys. */
export type GuardPatterns = readonly [addresses: string, names: string];

/** Matches nothing at all. */
const NOTHING = '(?!)';

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A host rule as a pattern that is found in any text which holds such an address, lists and HTML included. */
function addressPattern(rule: string): string {
  const slash = rule.indexOf('/');
  const host = slash < 0 ? rule : rule.slice(0, slash);
  const path = slash < 0 ? '' : rule.slice(slash);
  if (host === '*') return literal(path);
  // Behind the host: a port, then the path or the end.
  return `(?://|[/.@])${literal(host)}\\.?(?::\\d*)?${path ? literal(path) : '(?=[/?#\\\\\\s,"\'<>]|$)'}`;
}

const namePattern = (name: string) => name.split('*').map(literal).join('[^=]*');

/**
 * What the inline guard holds back while the core is not there: the addresses of every service that is not always allowed,
 * but for narrower ones of services that are, and the names of every optional tracker of the site.
 */
export function compileGuard({ services, purposes, trackers }: RuntimeConfig): GuardPatterns {
  const required = new Set(purposes.filter((purpose) => purpose.required).map(({ id }) => id));
  const isRequired = (service: RuntimeService) => service.purposes.every((id) => required.has(id));
  const rulesOf = (wanted: boolean) =>
    services.filter((service) => isRequired(service) === wanted).flatMap(({ hosts }) => hosts);
  const optional = rulesOf(false);
  const widest = Math.min(...optional.map(hostRuleWeight));
  const exempt = rulesOf(true).filter((rule) => hostRuleWeight(rule) > widest);
  const any = (patterns: readonly string[]) => patterns.join('|') || NOTHING;
  const exception = exempt.length > 0 ? `(?!.*(?:${any(exempt.map(addressPattern))}))` : '';
  return [
    optional.length > 0 ? `^${exception}[^]*(?:${any(optional.map(addressPattern))})` : NOTHING,
    trackers.length > 0
      ? `^\\s*(?:${any(trackers.map(({ name }) => namePattern(name)))})\\s*(?:[=;]|$)`
      : NOTHING,
  ];
}
