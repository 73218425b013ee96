import { BlockList, isIP, isIPv6 } from 'node:net';
import { AvowalError } from '../../model/errors.ts';

/** `--resolve HOST=ADDR:PORT`: connections to the host go to that address; without a port, to the port asked for. */
export interface ResolveRule {
  /** A host name, or `*` for every host. */
  readonly host: string;
  readonly address: string;
  readonly port?: number;
}

/** Ranges that are not somebody's public server (IANA special-purpose registries for IPv4 and IPv6). */
const NOT_PUBLIC = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ],
  // The transition ranges (mapped, compatible, NAT64, 6to4, Teredo) can carry a private IPv4 address.
  ipv6: [
    '::/96',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '100::/64',
    '2001::/32',
    '2001:db8::/32',
    '2002::/16',
    'fc00::/7',
    'fe80::/10',
    'fec0::/10',
    'ff00::/8',
  ],
} as const;

const blocked = new BlockList();
for (const family of ['ipv4', 'ipv6'] as const) {
  for (const range of NOT_PUBLIC[family]) {
    const [address = '', bits] = range.split('/');
    blocked.addSubnet(address, Number(bits), family);
  }
}

/** Whether an IP address is private, loopback, link-local or reserved; IPv6-mapped IPv4 addresses count as IPv4. */
export const isPrivateAddress = (address: string): boolean =>
  blocked.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** Reads one `HOST=ADDR[:PORT]` (IPv6 in square brackets); throws `USAGE`. */
export function parseResolveRule(text: string): ResolveRule {
  const [, host, v6, v4, port] = /^([^=\s]+)=(?:\[([^\]]+)\]|([\d.]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = v6 ?? v4 ?? '';
  if (!host || !isIP(address) || Number(port ?? 1) > 65_535 || Number(port ?? 1) === 0) {
    throw new AvowalError('USAGE', {
      problem: `--resolve "${text}" is not HOST=ADDRESS:PORT, such as www.example.org=127.0.0.1:8080.`,
    });
  }
  return { host: host.toLowerCase(), address, ...(port && { port: Number(port) }) };
}

/** The rule for a host: its own before `*`. */
export const findResolveRule = (rules: readonly ResolveRule[], host: string): ResolveRule | undefined =>
  rules.find((rule) => rule.host === host.toLowerCase()) ?? rules.find((rule) => rule.host === '*');
