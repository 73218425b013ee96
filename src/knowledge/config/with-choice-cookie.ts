import { CHOICE_COOKIE } from '../../model/choice-cookie.ts';
import type { Config } from '../../model/config.ts';
import type { Inventory } from '../../model/inventory.ts';
import { findRegime } from '../find-regime.ts';
import { coveredPurposes } from './covered-purposes.ts';

const ID = 'avowal';

/** Seconds of a mean calendar month. */
const MONTH = (365.25 / 12) * 86_400;

/**
 * The inventory as it will be once the notice is on the site: with the cookie that keeps the visitor's choice, so that the
 * policy never leaves it out. Unchanged where the scan saw it, or where no required purpose could hold it.
 */
export function withChoiceCookie(config: Config, inventory: Inventory): Inventory {
  const hasPlace = config.purposes.some(
    (purpose) => purpose.required && coveredPurposes(purpose).includes('necessary'),
  );
  if (!hasPlace || inventory.services.some(({ id }) => id === ID)) return inventory;
  const months = config.notice?.validityMonths ?? findRegime(config.regimes?.default).validityMonths;
  return {
    ...inventory,
    services: [
      ...inventory.services,
      { id: ID, name: 'Avowal', provider: null, purpose: 'necessary', hosts: [], known: true },
    ],
    trackers: [
      ...inventory.trackers,
      {
        name: CHOICE_COOKIE,
        kind: 'http-cookie',
        host: config.site.domains[0] ?? '',
        party: 'first',
        lifetimeSeconds: months * MONTH,
        purpose: 'necessary',
        service: ID,
        classification: { source: 'tracker', confidence: 1, needsReview: false },
        seen: {},
        valueBytes: 0,
        valueHashes: [],
        evidence: [],
      },
    ],
  };
}
