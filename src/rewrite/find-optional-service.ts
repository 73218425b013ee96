import { findService } from '../model/gate.ts';
import type { RuntimeConfig, RuntimeService } from '../model/runtime-config.ts';

/** Finds what needs consent among the addresses of a page. */
export interface ServiceFinder {
  /** The service that needs consent and that an address, resolved from `base`, belongs to. */
  find(address: string, base: string): RuntimeService | undefined;
  /** Whether a piece of markup can hold an address of one at all. */
  mayCall(markup: string, base: string): boolean;
}

/** A relative address in its plain spelling: it leads to the host of its base. */
const PLAIN_RELATIVE = /^(?!\/\/)[\w\-./?&=#%~,;+@]*$/;

/** What an address of another host has in it; a character reference may hide it (URL §4.4). */
const LEADS_ELSEWHERE = /[:&\\]|\/[\t\n\r]*\//;

/**
 * Makes the finder of one site. `findService` decides; before it stands what tells cheaply that no rule can match, since
 * most addresses of a page lead to the page's own host.
 */
export function createServiceFinder(config: RuntimeConfig): ServiceFinder {
  const required = new Set(config.purposes.filter((purpose) => purpose.required).map(({ id }) => id));
  const isOptional = ({ purposes }: RuntimeService) => !purposes.every((id) => required.has(id));
  const byHost = new Map<string, RuntimeService[]>();
  for (const service of config.services) {
    for (const host of new Set(service.hosts.map((rule) => rule.split('/', 1)[0] as string)))
      byHost.set(host, [...(byHost.get(host) ?? []), service]);
  }
  const everywhere = byHost.get('*') ?? [];
  /** Services with a rule for a host or any of its parents; those with the narrowest host come last. */
  const candidates = (hostname: string): readonly RuntimeService[] => {
    let found = everywhere;
    for (let host = hostname.replace(/\.$/, ''); ; ) {
      const own = byHost.get(host);
      if (own) found = [...own, ...found];
      const dot = host.indexOf('.');
      if (dot < 0) return found;
      host = host.slice(dot + 1);
    }
  };
  const isConcerned = (hostname: string) => candidates(hostname).some(isOptional);
  let lastBase = '';
  let isBaseConcerned = false;
  const mayLeadToBase = (base: string) => {
    if (base !== lastBase) {
      lastBase = base;
      isBaseConcerned = isConcerned(new URL(base).hostname);
    }
    return isBaseConcerned;
  };
  return {
    mayCall: (markup, base) => mayLeadToBase(base) || LEADS_ELSEWHERE.test(markup),
    find(address, base) {
      if (!mayLeadToBase(base) && PLAIN_RELATIVE.test(address)) return undefined;
      const url = URL.parse(address, base);
      const possible = url ? candidates(url.hostname) : [];
      const service = url && possible.some(isOptional) ? findService(possible, url) : undefined;
      return service && isOptional(service) ? service : undefined;
    },
  };
}
