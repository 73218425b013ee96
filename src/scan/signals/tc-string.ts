import { TCString, type Vector } from '@iabtechlabtcf/core';
import type { SignalState, TcStringFacts } from '../../model/consent-signal.ts';

/** Real ones have a few hundred characters; what is much longer is an attack. */
const MOST_CHARACTERS = 16_384;

const idsOf = (vector: Vector) => [...vector].filter(([, isSet]) => isSet).map(([id]) => id);

/** Reads what a transparency and consent string says of itself and of purposes. `hash` is keyed. */
export function readTcString(text: string, hash: (value: string) => string): TcStringFacts {
  const core = text.split('.')[0] ?? '';
  const known = { hash: hash(core) };
  if (text.length > MOST_CHARACTERS) return { ...known, problem: 'It is too long to be a TC string.' };
  if (!/^[A-Za-z0-9_.-]+$/.test(text))
    return { ...known, problem: 'It has characters that a TC string cannot have.' };
  try {
    const tc = TCString.decode(text);
    const disclosed = idsOf(tc.vendorsDisclosed).length;
    // Segment types: 1 = disclosed vendors, in the first three bits.
    const hasDisclosed = text.split('.').some((segment, index) => index > 0 && /^[I-L]/.test(segment));
    return {
      ...known,
      version: Number(tc.version),
      cmpId: Number(tc.cmpId),
      policyVersion: Number(tc.policyVersion),
      vendorListVersion: Number(tc.vendorListVersion),
      isServiceSpecific: tc.isServiceSpecific,
      created: tc.created.toISOString(),
      lastUpdated: tc.lastUpdated.toISOString(),
      purposes: idsOf(tc.purposeConsents),
      legitimateInterests: idsOf(tc.purposeLegitimateInterests),
      vendors: idsOf(tc.vendorConsents).length,
      disclosedVendors: hasDisclosed ? disclosed : null,
    };
  } catch {
    return { ...known, problem: 'It does not decode as a TC string of version 2.' };
  }
}

/** Purposes of the framework: 11 of them. */
const PURPOSES = Array.from({ length: 11 }, (_, index) => index + 1);

/** What a string says of each purpose. */
export const purposesSaid = ({ purposes }: TcStringFacts): Record<string, SignalState> =>
  purposes
    ? Object.fromEntries(
        PURPOSES.map((id) => [`purpose ${id}`, purposes.includes(id) ? 'granted' : 'denied']),
      )
    : {};
