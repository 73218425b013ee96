import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { identifyHost } from '../knowledge/identify.ts';
import type { HostAlias } from '../model/inventory.ts';
import { registrableDomain } from './computed/party.ts';

/** Asks the name system for what a name is another name of; rejects or resolves to nothing where it is none. */
export type ResolveCname = (host: string) => Promise<readonly string[]>;

/** A chain may lead from a company's host to a region's to a machine's; longer ones, and circles, end here. */
const MOST_LINKS = 8;
/** A site with a host for each of its customers is not asked about all of them. */
const MOST_HOSTS = 200;

/** Asks name servers, this machine's where none are named; one that is silent is not waited for. */
export function systemResolveCname(servers?: readonly string[]): ResolveCname {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  if (servers) resolver.setServers(servers);
  return (host) => resolver.resolveCname(host);
}

async function follow(host: string, resolve: ResolveCname): Promise<string[]> {
  const names: string[] = [];
  for (let next = host; names.length < MOST_LINKS; ) {
    const [target] = await resolve(next).catch(() => []);
    const name = target?.toLowerCase().replace(/\.$/, '');
    if (!name || name === host || names.includes(name)) break;
    names.push(name);
    next = name;
  }
  return names;
}

/** Finds which of the hosts are another name of a host that somebody else registered, in the order of their names. */
export async function findAliases(hosts: readonly string[], resolve: ResolveCname): Promise<HostAlias[]> {
  const asked = [...new Set(hosts)]
    .filter((host) => !isIP(host))
    .sort()
    .slice(0, MOST_HOSTS);
  const found = await Promise.all(
    asked.map(async (host): Promise<HostAlias[]> => {
      const targets = await follow(host, resolve);
      if (targets.every((name) => registrableDomain(name) === registrableDomain(host))) return [];
      const services = targets.map((hostname) => identifyHost({ hostname, pathname: '/' }));
      return [{ host, targets, service: services.find((service) => service !== undefined)?.id ?? null }];
    }),
  );
  return found.flat();
}
