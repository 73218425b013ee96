import { GppModel } from '@iabgpp/cmpapi';
import type { ConsentStatement, SignalState } from '../../model/consent-signal.ts';
import { purposesSaid, readTcString } from './tc-string.ts';

const MOST_CHARACTERS = 16_384;
/** Number of the section that is a TC string. */
const EUROPEAN = 2;

/** Fields of the sections of the United States; 1 = opted out, 2 = did not, 0 = does not apply. */
const FIELDS = {
  SaleOptOut: 'sale',
  SharingOptOut: 'sharing',
  TargetedAdvertisingOptOut: 'targeted advertising',
} as const;

const STATES: Readonly<Record<number, SignalState>> = { 1: 'denied', 2: 'granted' };

/** What a GPP string says, by section; the European section is a TC string. `hash` is keyed. */
export function readGppString(text: string, from: string, hash: (value: string) => string): ConsentStatement {
  const head = { system: 'gpp', from: [from], says: {} } as const;
  if (text.length > MOST_CHARACTERS || !/^[\w~.-]+$/.test(text))
    return { ...head, problem: 'It has characters or a length that a GPP string cannot have.' };
  try {
    const model = new GppModel(text);
    const ids = model.getSectionIds();
    const says: Record<string, SignalState> = {};
    const codes: Record<string, string> = { sections: ids.join(',') };
    if (!codes.sections) return { ...head, problem: 'It has no section.' };
    for (const fields of Object.values(model.toObject() as Record<string, Record<string, unknown>>)) {
      for (const [field, name] of Object.entries(FIELDS)) {
        const state = STATES[Number(fields[field])];
        // Of two sections the freer one is what others may act on.
        if (state && says[name] !== 'granted') says[name] = state;
      }
      if (typeof fields.Gpc === 'boolean') codes.gpc = String(fields.Gpc);
    }
    const european = text.split('~')[1 + ids.indexOf(EUROPEAN)];
    const tc = ids.includes(EUROPEAN) && european ? readTcString(european, hash) : undefined;
    return { ...head, says: { ...says, ...(tc && purposesSaid(tc)) }, codes, ...(tc && { tc }) };
  } catch {
    return { ...head, problem: 'It does not decode as a GPP string.' };
  }
}
