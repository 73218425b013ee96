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

/** What is written in one tab. */
export interface CookieBook {
  wrote(write: CookieWrite): void;
}

/** What was written in a tab until a page ended, with the jar of then. */
export interface EndedBook {
  readonly writes: readonly CookieWrite[];
  readonly jar: readonly JarCookie[];
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** The cookies of one scenario: who wrote each, and what the jar that all tabs share made of it. */
export interface CookieLedger {
  openBook(): CookieBook;
  /** Keeps who wrote the cookies since the last call without counting them: what came before the answer to a notice. */
  remember(book: CookieBook): void;
  /** Cookies that were there before: not the site's doing. */
  preset(jar: readonly JarCookie[]): void;
  /** Takes the writings of a tab since the last call; `jar` is that of now. */
  end(book: CookieBook, jar: readonly JarCookie[], time: number): EndedBook;
  /**
   * Puts the writings of a page together with the jar of its end: what the page set. `beside` are those of other tabs that
   * share the jar; what nobody was seen to write counts for the page that is asked about first.
   */
  settle(page: EndedBook, beside?: readonly EndedBook[]): Observation[];
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

const byTime = (a: CookieWrite, b: CookieWrite) =>
  // Headers are read at the end of the page, scripts report at once; a header comes before what it brings.
  a.time - b.time || (a.kind < b.kind ? -1 : 1);

const keyOfWrite = ({ name, host, attributes }: CookieWrite) => keyOf(name, host, attributes.path);

/** Opens an empty ledger. */
export function createCookieLedger(): CookieLedger {
  const writers = new Map<string, CookieWrite>();
  const counted = new Set<string>();
  const pending = new Map<CookieBook, CookieWrite[]>();

  function take(book: CookieBook): CookieWrite[] {
    const writes = pending.get(book) ?? [];
    pending.set(book, []);
    return writes.sort(byTime);
  }

  function fromWrites(
    first: CookieWrite,
    last: CookieWrite,
    kept: JarCookie | undefined,
    keptSince: number,
  ): Observation {
    const { kind, name, host, time, initiators } = first;
    const { valueBytes, valueHash } = last;
    const base = { kind, name, host, time, initiators, valueBytes, valueHash };
    return kept
      ? { ...base, lifetimeSeconds: lifetimeOf(kept, keptSince), attributes: attributesOf(kept) }
      : { ...base, lifetimeSeconds: last.lifetimeSeconds, attributes: last.attributes };
  }

  function fromJar(key: string, cookie: JarCookie, now: number): Observation {
    const { kind = 'http-cookie', time = now, initiators = [] } = writers.get(key) ?? {};
    const { name, valueBytes, valueHash } = cookie;
    return {
      kind,
      name,
      host: hostOf(cookie.domain),
      lifetimeSeconds: lifetimeOf(cookie, time),
      attributes: attributesOf(cookie),
      valueBytes,
      valueHash,
      time,
      initiators,
    };
  }

  return {
    openBook() {
      const book: CookieBook = { wrote: (write) => void pending.get(book)?.push(write) };
      pending.set(book, []);
      return book;
    },
    remember(book) {
      for (const write of take(book)) {
        const key = keyOfWrite(write);
        if (!writers.has(key)) writers.set(key, write);
      }
    },
    preset(jar) {
      for (const cookie of jar) counted.add(keyOfJar(cookie));
    },
    end: (book, jar, time) => ({ writes: take(book), jar, time }),
    settle({ writes, jar, time }, beside = []) {
      const inJar = new Map(jar.map((cookie) => [keyOfJar(cookie), cookie]));
      const others = beside.flatMap((book) => book.writes);
      // The jar holds what the last of all tabs wrote.
      const last = new Map(
        [...writes, ...others]
          .filter((write) => write.time <= time)
          .sort(byTime)
          .map((write) => [keyOfWrite(write), write.time]),
      );
      const seen = [...Map.groupBy(writes, keyOfWrite)].flatMap(([key, group]) => {
        const kept = inJar.get(key);
        const [first] = group;
        if (!first || !(kept || group.some(({ taken }) => taken))) return [];
        if (!writers.has(key)) writers.set(key, first);
        counted.add(key);
        return [fromWrites(first, group.at(-1) ?? first, kept, last.get(key) ?? first.time)];
      });
      const written = new Set(others.map(keyOfWrite));
      for (const [key, cookie] of inJar) {
        if (counted.has(key) || written.has(key)) continue;
        counted.add(key);
        seen.push(fromJar(key, cookie, time));
      }
      return seen;
    },
  };
}
