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

/**
 * Takes out of speculation rules what would make a browser fetch pages of optional services ahead: their addresses in
 * lists, and links to them from the rules that choose links. `undefined` where nothing changes, or the rules are none.
 */
export function gateSpeculationRules(
  text: string,
  find: (address: string) => RuntimeService | undefined,
  config: RuntimeConfig,
): string | undefined {
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
  const isAllowed = (url: unknown) => typeof url !== 'string' || !find(url);
  const gateRule = (rule: SpeculationRule): SpeculationRule => {
    if (Array.isArray(rule?.urls)) return { ...rule, urls: rule.urls.filter(isAllowed) };
    if (typeof rule?.where !== 'object' || patterns.length === 0) return rule;
    return { ...rule, where: { and: [rule.where, { not: { href_matches: patterns } }] } };
  };
  const gated = Object.fromEntries(
    Object.entries(rules).map(([action, list]) => [action, Array.isArray(list) ? list.map(gateRule) : list]),
  );
  return JSON.stringify(gated) === JSON.stringify(rules) ? undefined : scriptJson(gated);
}
