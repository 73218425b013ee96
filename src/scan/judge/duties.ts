import { coveredPurposes } from '../../knowledge/config/covered-purposes.ts';
import { findTracker } from '../../knowledge/config/match-tracker.ts';
import { mergeServices } from '../../knowledge/config/merge-services.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import type { Config } from '../../model/config.ts';
import type { ObservedTracker, RequestSummary, ScriptAct } from '../../model/inventory.ts';
import type { AuditInput } from '../audit.ts';

/**
 * What something owes the visitor: `optional` must wait for consent, `exempt` need not, `disputed` is called necessary by
 * the site and not by what is known of it, `unknown` nobody can say.
 */
export type Duty = 'optional' | 'exempt' | 'disputed' | 'unknown';

/** A duty, with the purpose that it follows from. */
export interface Owed {
  readonly duty: Duty;
  /** In words; empty where nobody knows one. */
  readonly purpose: string;
}

/** Works out duties from what the site declares, and from knowledge where it declares nothing. */
export interface Duties {
  ofTracker(tracker: ObservedTracker): Owed;
  ofRequest(request: RequestSummary): Owed;
  ofAct(act: ScriptAct): Owed;
  /** Index of a tracker's declaration in the configuration; -1 = none. */
  declarationOf(tracker: ObservedTracker): number;
}

type Known = Pick<ObservedTracker, 'purpose'> & { readonly isSure: boolean };

const byKnowledge = ({ purpose, isSure }: Known): Owed => {
  if (purpose === null || (purpose === 'necessary' && !isSure)) return { duty: 'unknown', purpose: '' };
  return { duty: purpose === 'necessary' ? 'exempt' : 'optional', purpose };
};

/** Ids of one scan's services in the configuration, and the duties that follow. */
export function readDuties({ inventory, config }: AuditInput): Duties {
  const services = new Map(inventory.services.map((service) => [service.id, service]));
  const ofKnownRequest = ({ service }: RequestSummary) =>
    byKnowledge({ purpose: services.get(service ?? '')?.purpose ?? null, isSure: true });
  const ofKnownAct = ({ purpose }: ScriptAct) => byKnowledge({ purpose, isSure: true });
  const ofKnownTracker = ({ purpose, classification }: ObservedTracker) =>
    byKnowledge({ purpose, isSure: !classification.needsReview });
  if (!config)
    return {
      ofTracker: ofKnownTracker,
      ofRequest: ofKnownRequest,
      ofAct: ofKnownAct,
      declarationOf: () => -1,
    };

  const resolved = resolveConfig(config);
  const { ids } = mergeServices(config, inventory);
  const required = new Set(config.purposes.filter((purpose) => purpose.required).map(({ id }) => id));
  const byConfig = (id: string | undefined, known: Owed): Owed => {
    if (!id) return known;
    if (!required.has(id)) return { duty: 'optional', purpose: id };
    return { duty: known.duty === 'optional' ? 'disputed' : 'exempt', purpose: id };
  };
  const declarationOf = (tracker: ObservedTracker) =>
    findTracker(config.trackers, tracker, ids.get(tracker.service ?? ''));
  const purposeOf = (service: string | null) =>
    config.services.find(({ id }) => id === ids.get(service ?? ''))?.purpose;
  return {
    declarationOf,
    ofTracker: (tracker) =>
      byConfig(
        resolved.trackers[declarationOf(tracker)]?.purpose ?? purposeOf(tracker.service),
        ofKnownTracker(tracker),
      ),
    ofRequest: (request) => byConfig(purposeOf(request.service), ofKnownRequest(request)),
    ofAct: (act) => byConfig(purposeOf(act.identifies ?? act.service), ofKnownAct(act)),
  };
}

/** The standard purposes that a purpose stands for: one of the configuration, or a standard one. */
export const coversOf = (config: Config | undefined, id: string): readonly string[] => {
  const own = config?.purposes.find((purpose) => purpose.id === id);
  return own ? coveredPurposes(own) : [id];
};

/** Whether anything was seen that is not surely exempt from consent. */
export function usesOptional(input: AuditInput): boolean {
  const duties = readDuties(input);
  const { trackers, requests } = input.inventory;
  return (
    trackers.some((tracker) => duties.ofTracker(tracker).duty !== 'exempt') ||
    requests.some((request) => request.service !== null && duties.ofRequest(request).duty !== 'exempt')
  );
}
