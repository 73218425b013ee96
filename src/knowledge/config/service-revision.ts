import { purposesOf, type ResolvedConfig, type ResolvedService } from '../../model/resolved-config.ts';
import { shortHash } from './short-hash.ts';
import { accessFacts, storageFacts } from './storage-facts.ts';

/**
 * What the choice cookie keeps an answer to one service under: a dot, three characters for the id, and four that change
 * when its provider, its purposes or what it keeps change materially (LAW-STO-010).
 */
export function serviceRevision(service: ResolvedService, config: ResolvedConfig): string {
  const own = config.trackers.filter((tracker) => tracker.service === service.id);
  const facts = [accessFacts(service, config), purposesOf(service, config).sort(), storageFacts(own)];
  return `.${shortHash(service.id, 3)}${shortHash(JSON.stringify(facts), 4)}`;
}
