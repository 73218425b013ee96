import type { WrittenByAnswer } from '../../model/notice-facts.ts';
import { roundLifetime } from '../computed/round-lifetime.ts';
import type { Tab } from './open-tabs.ts';
import { readJar } from './read-jar.ts';
import type { ScanSession } from './start-session.ts';

/** One thing that the browser keeps at a moment: a cookie of any host, or a key of the page's local storage. */
export interface StoredEntry extends WrittenByAnswer {
  readonly valueHash: string;
  readonly valueBytes: number;
}

const readLocal = 'JSON.stringify({host:location.hostname,entries:Object.entries({...localStorage})})';

/** Cookies, and local storage of the page that is open; values replaced by keyed hashes. */
export async function readStored({ browser, hash }: ScanSession, tab: Tab): Promise<readonly StoredEntry[]> {
  const jar = await readJar(browser.browser, hash);
  const answer = await tab.session
    .send('Runtime.evaluate', { expression: readLocal, returnByValue: true })
    .catch(() => undefined);
  // A page without storage (sandboxed, opaque) says nothing.
  const local = JSON.parse(
    typeof answer?.result.value === 'string' ? answer.result.value : '{"entries":[]}',
  ) as {
    readonly host: string;
    readonly entries: readonly (readonly [string, string])[];
  };
  const now = Date.now() / 1000;
  return [
    ...jar.map(({ name, domain, expires, valueHash, valueBytes }) => ({
      kind: 'cookie' as const,
      name,
      host: domain.replace(/^\./, '').toLowerCase(),
      lifetimeSeconds: expires < 0 ? null : roundLifetime(expires - now),
      valueHash,
      valueBytes,
    })),
    ...local.entries.map(([name, value]) => ({
      kind: 'local-storage' as const,
      name,
      host: local.host,
      lifetimeSeconds: null,
      valueHash: hash(value),
      valueBytes: Buffer.byteLength(value),
    })),
  ];
}

const keyOf = ({ kind, host, name, valueHash }: StoredEntry) => `${kind}\0${host}\0${name}\0${valueHash}`;

/** What of it may be kept beside the answer that wrote it. */
export const withoutValue = ({
  kind,
  name,
  host,
  lifetimeSeconds,
  valueHash,
}: StoredEntry): WrittenByAnswer => ({
  kind,
  name,
  host,
  lifetimeSeconds,
  valueHash,
});

/** What is there now and was not, or not with this value. */
export function writtenSince(before: readonly StoredEntry[], after: readonly StoredEntry[]): StoredEntry[] {
  const known = new Set(before.map(keyOf));
  return after.filter((entry) => !known.has(keyOf(entry)));
}

/** Whether nothing was written, changed or deleted between them. */
export const sameStored = (a: readonly StoredEntry[], b: readonly StoredEntry[]): boolean =>
  a.length === b.length && writtenSince(a, b).length === 0;
