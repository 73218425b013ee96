import type { ConfigPurpose } from '../../model/config.ts';
import { purposesOf, type ResolvedConfig } from '../../model/resolved-config.ts';
import { shortHash } from './short-hash.ts';
import { accessFacts, storageFacts } from './storage-facts.ts';
import { textRevision } from './text-revision.ts';

/**
 * The id, and four characters that change when what a visitor agreed to changes: the purpose's words, its services and
 * who runs them, the kinds of things they keep and how long (LAW-STO-010); never with looks, order, hosts, translations
 * or names of trackers (LAW-STO-011).
 */
export function purposeRevision(purpose: ConfigPurpose, config: ResolvedConfig): string {
  const services = config.services
    .filter((service) => purposesOf(service, config).includes(purpose.id))
    .map((service) => accessFacts(service, config))
    .sort();
  const trackers = config.trackers.filter((tracker) => tracker.purpose === purpose.id);
  const facts = [textRevision(purpose, config), purpose.required === true, services, storageFacts(trackers)];
  return `${purpose.id}.${shortHash(JSON.stringify(facts), 4)}`;
}
