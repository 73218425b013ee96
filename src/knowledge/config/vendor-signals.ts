import type { Config } from '../../model/config.ts';
import type { StandardPurpose } from '../../model/purpose.ts';
import { signals as known } from '../signals/index.ts';
import { purposesCovering } from './covered-purposes.ts';

/** The purposes that a site has listed for a vendor, if it has: `["ads"]`, or `{ "purposes": ["ads"], … }`. */
const listed = (wanted: unknown): string[] | undefined =>
  Array.isArray(wanted) ? wanted : (wanted as { purposes?: string[] }).purposes;

/** Vendor → its kinds of consent → purposes that must be granted, for the vendors that a site has switched on. */
export function vendorSignals({ signals = {}, purposes }: Config): Record<string, Record<string, string[]>> {
  const wishes = new Map<string, unknown>(Object.entries(signals));
  const entries = known.flatMap(({ id, kinds }) => {
    const wanted = wishes.get(id);
    // Google is on where nothing is said, and has settings of its own.
    if (!wanted || id === 'google') return [];
    if (kinds === 'purposes') return [[id, Object.fromEntries(purposes.map((own) => [own.id, [own.id]]))]];
    const waitsFor = (standard: StandardPurpose | null) =>
      standard === null ? [] : (listed(wanted) ?? purposesCovering(purposes, standard));
    return [
      [id, Object.fromEntries(Object.entries(kinds).map(([kind, standard]) => [kind, waitsFor(standard)]))],
    ];
  });
  return Object.fromEntries(entries);
}
