import { isIP } from 'node:net';

/**
 * What counts as one sender: an IPv4 address, or the first 64 bits of an IPv6 address, since one household holds at least
 * that many (RFC 6177). `undefined` for anything that is not an address.
 */
export function addressBlock(address: string | undefined): string | undefined {
  const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (plain === undefined) return undefined;
  switch (isIP(plain)) {
    case 4:
      return plain;
    case 6: {
      const [head = '', tail] = plain.toLowerCase().split('::');
      const start = head === '' ? [] : head.split(':');
      const end = tail ? tail.split(':') : [];
      // A dotted tail stands for two groups, but lies in the lower 64 bits, which are cut off.
      const missing = 8 - start.length - end.length - (plain.includes('.') ? 1 : 0);
      const groups = tail === undefined ? start : [...start, ...Array<string>(missing).fill('0'), ...end];
      return groups
        .slice(0, 4)
        .map((group) => Number.parseInt(group, 16).toString(16))
        .join(':');
    }
    default:
      return undefined;
  }
}
