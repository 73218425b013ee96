import type { Regime } from '../model/regime.ts';
import { regimes } from './regimes/index.ts';

const byId = new Map(regimes.map((regime) => [regime.id, regime]));

/** Where nobody knows the jurisdiction, the strictest regime applies (REG-GEO-001). */
const STRICTEST = 'eu';

/**
 * The regime with this id; for a region without its own (`us-tx`, `ca-on`) the one of its country;
 * for everything else, and where the place is unknown, the strictest.
 */
export function findRegime(id: string | null | undefined): Regime {
  const wanted = id?.toLowerCase() ?? '';
  const [country = ''] = wanted.split('-');
  return byId.get(wanted) ?? byId.get(country) ?? (byId.get(STRICTEST) as Regime);
}
