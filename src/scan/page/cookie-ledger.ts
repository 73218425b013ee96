import type { CookieAttributes, Initiator } from '../../model/inventory.ts';
import { roundLifetime } from '../computed/round-lifetime.ts';
import type { Observation } from '../observation.ts';

/** One writing of a cookie, by a response or by a script. */
export interface CookieWrite {
  readonly kind: 'http-cookie' | 'js-cookie';
  readonly name: string;
  /** Domain without the leading dot. */
  readonly host: string;
  /** Seconds as asked for; `null` for a session. */
  readonly lifetimeSeconds: number | null;
  readonly attributes: CookieAttributes;
  readonly valueBytes: number;
  readonly valueHash: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly initiators: readonly Initiator[];
  /** Whether the browser is known to have taken it; otherwise the jar must show it. */
  readonly taken: boolean;
}

/** A cookie as the browser's jar holds it at the end of a page. */
export interface JarCookie {
  readonly name: string;
  readonly domain: string;
  readonly path: string;
  /** Seconds since 1970; -1 for a session. */
  readonly expires: number;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite?: 'Strict' | 'Lax' | 'None';
  readonly partitioned: boolean;
  readonly valueBytes: number;
  readonly valueHash: string;
}

/** The cookies of one scenario: who wrote each, and what the jar made of it. */
export interface CookieLedger {
  wrote(write: CookieWrite): void;
  /** Keeps who wrote the cookies since the last call without counting them: what came before the answer to a notice. */
  remember(): void;
  /** Cookies that were there before: not the site's doing. */
  preset(jar: readonly JarCookie[]): void;
  /** Puts the writings since the last call together with the jar of now. */
  settle(jar: readonly JarCookie[], time: number): Observation[];
}

const hostOf = (domain: string) => domain.replace(/^\./, '').toLowerCase();
const keyOf = (name: string, host: string, path: string) => `${name}\0${host}\0${path}`;
const keyOfJar = (cookie: JarCookie) => keyOf(cookie.name, hostOf(cookie.domain), cookie.path);

const attributesOf = (cookie: JarCookie): CookieAttributes => ({
  path: cookie.path,
  secure: cookie.secure,
  httpOnly: cookie.httpOnly,
  sameSite: cookie.sameSite ?? null,
  partitioned: cookie.partitioned,
});

/** Seconds from the writing to the jar's expiry: what the browser made of what was asked. */
const lifetimeOf = (cookie: JarCookie, writtenAt: number) =>
  cookie.expires < 0 ? null : roundLifetime(cookie.expires - writtenAt / 1000);

/** Opens an empty ledger. */
export function createCookieLedger(): CookieLedger {
  const writers = new Map<string, CookieWrite>();
  const counted = new Set<string>();
  let recent: CookieWrite[] = [];

  function fromWrite(first: CookieWrite, last: CookieWrite, kept: JarCookie | undefined): Observation {
    const { kind, name, host, time, initiators } = first;
    const { valueBytes, valueHash } = last;
    const base = { kind, name, host, time, initiators, valueBytes, valueHash };
    return kept
      ? { ...base, lifetimeSeconds: lifetimeOf(kept, last.time), attributes: attributesOf(kept) }
      : { ...base, lifetimeSeconds: last.lifetimeSeconds, attributes: last.attributes };
  }

  return {
    wrote: (write) => void recent.push(write),
    remember() {
      for (const write of recent) {
        const key = keyOf(write.name, write.host, write.attributes.path);
        if (!writers.has(key)) writers.set(key, write);
      }
      recent = [];
    },
    preset(jar) {
      for (const cookie of jar) counted.add(keyOfJar(cookie));
    },
    settle(jar, time) {
      // Headers are read at the end of the page, scripts report at once; a header comes before what it brings.
      recent.sort((a, b) => a.time - b.time || (a.kind < b.kind ? -1 : 1));
      const inJar = new Map(jar.map((cookie) => [keyOfJar(cookie), cookie]));
      const writes = Map.groupBy(recent, (write) => keyOf(write.name, write.host, write.attributes.path));
      recent = [];
      const seen: Observation[] = [];
      for (const [key, [first, ...more]] of writes) {
        const kept = inJar.get(key);
        if (!first || !(kept || [first, ...more].some(({ taken }) => taken))) continue;
        if (!writers.has(key)) writers.set(key, first);
        counted.add(key);
        seen.push(fromWrite(first, more.at(-1) ?? first, kept));
      }
      for (const [key, cookie] of inJar) {
        if (counted.has(key)) continue;
        counted.add(key);
        const writer = writers.get(key);
        const { name, valueBytes, valueHash } = cookie;
        seen.push({
          kind: writer?.kind ?? 'http-cookie',
          name,
          host: hostOf(cookie.domain),
          lifetimeSeconds: lifetimeOf(cookie, writer?.time ?? time),
          attributes: attributesOf(cookie),
          valueBytes,
          valueHash,
          time: writer?.time ?? time,
          initiators: writer?.initiators ?? [],
        });
      }
      return seen;
    },
  };
}
