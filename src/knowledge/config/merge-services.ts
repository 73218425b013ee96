import type { Config, ConfigService } from '../../model/config.ts';
import { matchesHostRule } from '../../model/host-rule.ts';
import type { Inventory, InventoryService } from '../../model/inventory.ts';
import type { Service } from '../../model/service.ts';
import { services as knownServices } from '../services/index.ts';
import { choosePurpose } from './choose-purpose.ts';
import type { ConfigChange } from './config-change.ts';
import { describeRequests } from './describe-evidence.ts';
import { publisherAdsNote } from './publisher-ads.ts';

/** Services after merging. */
export interface MergedServices {
  readonly services: ConfigService[];
  /** Id in the inventory → id in the configuration. */
  readonly ids: ReadonlyMap<string, string>;
  readonly changes: readonly ConfigChange[];
}

const known: ReadonlyMap<string, Service> = new Map(knownServices.map((service) => [service.id, service]));

/** Whether a person's own host rules name the host of a service that nobody knows. */
const namesHost = ({ hosts = [] }: ConfigService, found: InventoryService) =>
  !found.known &&
  hosts.some(
    (rule) =>
      !rule.startsWith('*') &&
      found.hosts.some((hostname) => matchesHostRule(rule, { hostname, pathname: '/' })),
  );

/** A person may have given a known service an id of their own: then its host rules tell. */
const isRenamed = ({ id, hosts = [] }: ConfigService, found: InventoryService) =>
  !known.has(id) && hosts.some((rule) => known.get(found.id)?.hosts.includes(rule));

function findService(services: readonly ConfigService[], found: InventoryService): number {
  const byId = services.findIndex(({ id }) => id === found.id);
  if (byId >= 0) return byId;
  return services.findIndex((service) => namesHost(service, found) || isRenamed(service, found));
}

/** What knowledge can say of a service in a configuration. */
function factsOf({
  name,
  provider,
  hosts,
  description,
  embed,
}: Service): Omit<ConfigService, 'id' | 'purpose'> {
  return {
    name,
    provider: {
      name: provider.name,
      ...(provider.country && { country: provider.country }),
      ...(provider.privacyUrl && { privacyUrl: provider.privacyUrl }),
    },
    hosts: [...hosts],
    description: typeof description === 'string' ? description : { ...description },
    ...(embed && { embed }),
  };
}

function freeId(host: string, services: readonly ConfigService[]): string {
  const base =
    host
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+/, '')
      .slice(0, 56) || 'service';
  const taken = new Set(services.map(({ id }) => id));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id) && !known.has(id)) return id;
  }
}

const isHostRule = (host: string) => /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(host);

function newService(
  config: Config,
  services: readonly ConfigService[],
  found: InventoryService,
  inventory: Inventory,
): ConfigService {
  const facts = known.get(found.id);
  const { id: purpose, needsPerson } = choosePurpose(config, facts?.purpose ?? null);
  if (facts) {
    const notes = [
      needsPerson && `Choose its purpose: it is for "${facts.purpose}", and no optional purpose covers that.`,
      publisherAdsNote(facts.id),
    ].filter(Boolean);
    return { id: facts.id, purpose, ...factsOf(facts), ...(notes.length > 0 && { review: notes.join(' ') }) };
  }
  const host = found.hosts[0] ?? found.name;
  return {
    id: freeId(host, services),
    name: found.name || host,
    purpose,
    hosts: found.hosts.filter(isHostRule),
    review:
      `Nothing is known of ${host}: say who runs it and what it is for, and choose its purpose. ${describeRequests(inventory, found)}`.trim(),
  };
}

/** The gaps of an entry that knowledge can fill, key by key. */
function gapsOf(service: ConfigService, found: InventoryService): Partial<ConfigService> {
  const facts = known.get(found.id);
  const all = facts ? factsOf(facts) : { hosts: found.hosts.filter(isHostRule) };
  return Object.fromEntries(Object.entries(all).filter(([key]) => !(key in service)));
}

/** Adds services that are new, and fills what a person left open. */
export function mergeServices(config: Config, inventory: Inventory): MergedServices {
  const services = [...config.services];
  const ids = new Map<string, string>();
  const changes: ConfigChange[] = [];
  for (const found of inventory.services) {
    const at = findService(services, found);
    const service = services[at];
    if (!service && !known.has(found.id) && !found.hosts.some(isHostRule)) {
      const text = `host ${found.name}: no host rule can name it`;
      changes.push({ kind: 'left-out', path: 'services', text });
      continue;
    }
    if (!service) {
      const added = newService(config, services, found, inventory);
      ids.set(found.id, added.id);
      changes.push({
        kind: 'added',
        path: `services[${services.length}]`,
        text: `service ${added.name}, purpose ${added.purpose}`,
      });
      services.push(added);
      continue;
    }
    ids.set(found.id, service.id);
    const gaps = gapsOf(service, found);
    const keys = Object.keys(gaps);
    if (keys.length === 0) continue;
    services[at] = { ...service, ...gaps };
    changes.push({ kind: 'filled', path: `services[${at}]`, text: `${keys.join(', ')} of ${service.id}` });
  }
  return { services, ids, changes };
}
