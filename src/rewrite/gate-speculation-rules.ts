import type { RuntimeConfig, RuntimeService } from '../model/runtime-config.ts';
import { isRecord, scriptJson } from './script-json.ts';

interface SpeculationRule {
  readonly urls?: unknown;
  readonly where?: unknown;
  readonly [key: string]: unknown;
}

/** The addresses of a host rule as URL patterns. */
function patternsOf(rule: string): string[] {
  const slash = rule.indexOf('/');
  const host = slash < 0 ? rule : rule.slice(0, slash);
  const path = slash < 0 ? '/*' : `${rule.slice(slash).replace(/[\\{}()*+?:]/g, '\\$&')}*`;
  return (host === '*' ? ['*'] : [host, `*.${host}`]).map((name) => `*://${name}${path}`);
}

/** Speculation rules in two: what counts now, and the lists that wait for each service. */
export interface GatedSpeculationRules {
  readonly text: string;
  readonly held: ReadonlyMap<RuntimeService, string>;
}

/**
 * Takes out of speculation rules what would make a browser fetch pages of optional services ahead: their addresses in
 * lists, and links to them from the rules that choose links. `undefined` where nothing changes, or the rules are none.
 */
export function gateSpeculationRules(
  text: string,
  find: (address: string) => RuntimeService | undefined,
  config: RuntimeConfig,
): GatedSpeculationRules | undefined {
  let rules: unknown;
  try {
    rules = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(rules)) return undefined;
  const required = new Set(config.purposes.filter((purpose) => purpose.required).map(({ id }) => id));
  const patterns = config.services
    .filter(({ purposes }) => !purposes.every((id) => required.has(id)))
    .flatMap(({ hosts }) => hosts.flatMap(patternsOf));
  const serviceOf = (url: unknown) => (typeof url === 'string' ? find(url) : undefined);
  const only = (rule: SpeculationRule, urls: readonly unknown[], service?: RuntimeService) => ({
    ...rule,
    urls: urls.filter((url) => serviceOf(url) === service),
  });
  const services = new Set<RuntimeService>();
  const gateRule = (rule: SpeculationRule): SpeculationRule => {
    if (Array.isArray(rule?.urls)) {
      for (const url of rule.urls) {
        const service = serviceOf(url);
        if (service) services.add(service);
      }
      return only(rule, rule.urls);
    }
    if (typeof rule?.where !== 'object' || patterns.length === 0) return rule;
    return { ...rule, where: { and: [rule.where, { not: { href_matches: patterns } }] } };
  };
  const gated = Object.fromEntries(
    Object.entries(rules).map(([action, list]) => [action, Array.isArray(list) ? list.map(gateRule) : list]),
  );
  if (JSON.stringify(gated) === JSON.stringify(rules)) return undefined;
  const waiting = (service: RuntimeService) =>
    Object.entries(rules as Record<string, unknown>).flatMap(([action, list]) => {
      const lists = (Array.isArray(list) ? (list as SpeculationRule[]) : [])
        .flatMap((rule) => (Array.isArray(rule?.urls) ? [only(rule, rule.urls, service)] : []))
        .filter(({ urls }) => urls.length > 0);
      return lists.length > 0 ? [[action, lists] as const] : [];
    });
  return {
    text: scriptJson(gated),
    held: new Map([...services].map((one) => [one, scriptJson(Object.fromEntries(waiting(one)))])),
  };
}
