import type { ConfigPurpose } from '../../model/config.ts';
import { purposesOf, type ResolvedConfig } from '../../model/resolved-config.ts';

/** FNV-1a over UTF-16 code units, 32 bits: it tells versions apart and protects nothing. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

const sorted = (facts: readonly (readonly unknown[])[]) => facts.map((fact) => JSON.stringify(fact)).sort();

/** A text with its languages in a fixed order. */
const settled = (text: ConfigPurpose['name']) =>
  typeof text === 'string' ? text : Object.entries(text).sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * Changes when what a visitor agreed to changes: the purpose's words, its services and their providers, its trackers
 * (LAW-STO-010); never with looks, order, hosts, measured lifetimes or the wording of a tracker (LAW-STO-011).
 */
export function purposeRevision(purpose: ConfigPurpose, config: ResolvedConfig): string {
  const services = config.services
    .filter((service) => purposesOf(service, config).includes(purpose.id))
    .map(({ id, name, provider }) => [id, name, provider.name]);
  const trackers = config.trackers
    .filter((tracker) => tracker.purpose === purpose.id)
    .map(({ name, kind, host, service }) => [name, kind, host, service]);
  const words = [settled(purpose.name), settled(purpose.description), purpose.required === true];
  return shortHash(JSON.stringify([words, sorted(services), sorted(trackers)]));
}
