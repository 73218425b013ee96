import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { AvowalError } from '../../model/errors.ts';
import { findResolveRule, isPrivateAddress, type ResolveRule } from './address-rules.ts';

/** What a scan may connect to. */
export interface AddressPolicy {
  readonly resolve: readonly ResolveRule[];
  readonly allowPrivate: boolean;
}

/** A checked address: the connection is made to it and to nothing that a second look-up might say. */
export interface Location {
  readonly address: string;
  readonly port: number;
}

/** Finds the one address that a scan connects to for a host; throws `ADDRESS_REFUSED`, or the resolver's own error. */
export type LocateHost = (host: string, port: number) => Promise<Location>;

/** Makes a {@link LocateHost} that asks for each name once, so that a name cannot move to another address during a scan. */
export function createLocateHost(
  policy: AddressPolicy,
  resolver: (host: string) => Promise<readonly string[]> = resolveAll,
): LocateHost {
  const known = new Map<string, Promise<string>>();

  async function check(host: string): Promise<string> {
    const addresses = isIP(host) ? [host] : await resolver(host);
    const refused = policy.allowPrivate ? undefined : addresses.find(isPrivateAddress);
    const [address] = addresses;
    if (refused) throw new AvowalError('ADDRESS_REFUSED', { host, address: refused });
    if (!address) throw new Error(`${host} has no address`);
    return address;
  }

  return async (rawHost, port) => {
    const host = rawHost.replace(/^\[|\]$/g, '').toLowerCase();
    const rule = findResolveRule(policy.resolve, host);
    if (rule) return { address: rule.address, port: rule.port ?? port };
    let address = known.get(host);
    if (!address) {
      address = check(host);
      known.set(host, address);
    }
    return { address: await address, port };
  };
}

/**
 * IPv4 first: a host without a working IPv6 route is commoner than one without IPv4. Names under `localhost` are this
 * machine, as in a browser (RFC 6761 §6.3): not every system's resolver knows them.
 */
async function resolveAll(host: string): Promise<readonly string[]> {
  const name = host.endsWith('.localhost') ? 'localhost' : host;
  const found = await lookup(name, { all: true, order: 'ipv4first' });
  return found.map(({ address }) => address);
}
