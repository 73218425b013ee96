import type { Inventory, ObservedTracker } from '../../model/inventory.ts';
import { serviceName } from './names.ts';

/** How much of a tracker a policy names. */
export type NamedAs = 'tracker' | 'service' | 'nothing';

/** What a name says without the parts that vary: `_pk_id` of `_pk_id.*`. */
const fixedPart = (name: string) => (name.split('*')[0] ?? '').replace(/[._-]+$/, '');

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Shorter ones stand in any text. */
const LEAST = 2;

/** Stored things have names; a pixel, a fingerprint read and the like are known by who makes them. */
const HAS_NAME: readonly string[] = [
  'http-cookie',
  'js-cookie',
  'local-storage',
  'session-storage',
  'indexed-db',
];

function namesTracker({ kind, name }: ObservedTracker, text: string): boolean {
  const fixed = fixedPart(name);
  if (!HAS_NAME.includes(kind) || fixed.length < LEAST) return false;
  // `_ga` is not named by `_gat`; `_ga_*` is, by `_ga_ABC`.
  const end = name.includes('*') ? '' : '(?![\\p{L}\\p{N}_])';
  return new RegExp(`(?<![\\p{L}\\p{N}_])${escaped(fixed)}${end}`, 'iu').test(text);
}

/** Whether a policy with this text names a tracker, or at least the service, its company or its host. */
export function namedAs(tracker: ObservedTracker, inventory: Inventory, text: string): NamedAs {
  if (namesTracker(tracker, text)) return 'tracker';
  const service = inventory.services.find(({ id }) => id === tracker.service);
  const words = [
    service && serviceName(inventory, service.id),
    service?.provider,
    tracker.party === 'third' && tracker.host.split('.').slice(-2).join('.'),
  ];
  const isThere = words.some(
    (word) => word && word.length > LEAST && text.toLowerCase().includes(word.toLowerCase()),
  );
  if (!isThere) return 'nothing';
  return HAS_NAME.includes(tracker.kind) && fixedPart(tracker.name).length >= LEAST ? 'service' : 'tracker';
}
