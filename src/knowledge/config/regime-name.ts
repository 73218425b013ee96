import type { Regime } from '../../model/regime.ts';
import { regionName } from '../region-name.ts';

/** ISO 3166-1 code (or `EU`) of the regimes whose own id is not one. */
const REGIONS: Readonly<Record<string, string>> = { uk: 'GB' };

/** A regime's name in the reader's language; parts of countries keep the name that their file gives them. */
export function regimeName({ id, name }: Regime, tag: string): string {
  const region = REGIONS[id] ?? id.toUpperCase();
  return /^[A-Z]{2}$/.test(region) ? regionName(region, tag) : name;
}
