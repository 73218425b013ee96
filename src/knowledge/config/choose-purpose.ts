import type { Config, ConfigPurpose } from '../../model/config.ts';
import type { StandardPurpose } from '../../model/purpose.ts';
import { coveredPurposes } from './covered-purposes.ts';

/** Where something belongs, and whether a person must still choose because no purpose covers it. */
export interface ChosenPurpose {
  readonly id: string;
  readonly needsPerson: boolean;
}

/** Added where a configuration has no optional purpose and something must wait for a person. */
export const UNSORTED: ConfigPurpose = {
  id: 'unsorted',
  name: { en: 'Not yet sorted', de: 'Noch nicht eingeordnet' },
  description: {
    en: 'Services found on this website whose purpose is still being determined. They stay off unless you allow them.',
    de: 'Auf dieser Website gefundene Dienste, deren Zweck noch bestimmt wird. Sie bleiben aus, solange Sie sie nicht erlauben.',
  },
};

/**
 * The purpose that covers a standard purpose. What no purpose covers, and what nothing explains (`null`), waits in an
 * optional purpose until a person has chosen: never in a required one (LAW-BLOCK-005).
 */
export function choosePurpose(config: Config, standard: StandardPurpose | null): ChosenPurpose {
  const covering = config.purposes.find(
    (purpose) =>
      standard !== null &&
      coveredPurposes(purpose).includes(standard) &&
      (!purpose.required || standard === 'necessary'),
  );
  if (covering) return { id: covering.id, needsPerson: false };
  const optional = config.purposes.filter(({ required }) => !required);
  const strictest = optional.find((purpose) => coveredPurposes(purpose).includes('marketing'));
  return { id: (strictest ?? optional.at(-1) ?? UNSORTED).id, needsPerson: true };
}
