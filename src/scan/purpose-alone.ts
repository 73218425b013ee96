import type { Scenario } from '../model/inventory.ts';
import type { StandardPurpose } from '../model/purpose.ts';

/** Scenarios in which the visitor switches on one purpose and nothing else, with that purpose. */
export const ALONE: Readonly<Partial<Record<Scenario, StandardPurpose>>> = {
  'only-functional': 'functional',
  'only-analytics': 'analytics',
  'only-marketing': 'marketing',
};
