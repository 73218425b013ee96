import { identifyHost, identifyTracker } from '../../knowledge/identify.ts';
import type { Classification, Initiator } from '../../model/inventory.ts';
import type { StandardPurpose } from '../../model/purpose.ts';
import type { Service } from '../../model/service.ts';
import { isCookie, type Party, type TrackerKind } from '../../model/tracker.ts';

/** What is known of a tracker before it is classified. */
export interface UnclassifiedTracker {
  readonly name: string;
  readonly kind: TrackerKind;
  readonly host: string;
  readonly party: Party;
  readonly initiators: readonly Initiator[];
}

/** What knowledge makes of it. */
export interface ClassifiedTracker {
  /** As the declaration spells it, where there is one. */
  readonly name: string;
  readonly service: Service | undefined;
  readonly purpose: StandardPurpose | null;
  readonly classification: Classification;
}

/** Below this, a person must look. */
const SURE = 0.7;

function serviceByHost({ name, kind, host, initiators }: UnclassifiedTracker): Service | undefined {
  const path = kind === 'pixel' ? name.slice(host.length) : '/';
  const own = identifyHost({ hostname: host, pathname: path });
  if (own) return own;
  // A first-party cookie belongs to whoever's script wrote it.
  const nearest = initiators[0] && isCookie(kind) ? URL.parse(initiators[0].url) : null;
  return nearest ? identifyHost(nearest) : undefined;
}

/** Looks a tracker up by its name, then by its host or its writer's. What only the host explains needs a person. */
export function classifyTracker(seen: UnclassifiedTracker): ClassifiedTracker {
  const known = identifyTracker(seen);
  if (known) {
    const { service, declaration, confidence } = known;
    return {
      name: declaration.name,
      service,
      purpose: declaration.purpose ?? service.purpose,
      classification: { source: 'tracker', confidence, needsReview: confidence < SURE },
    };
  }
  const service = serviceByHost(seen);
  if (!service) {
    const classification = { source: 'none', confidence: 0, needsReview: true } as const;
    return { name: seen.name, service, purpose: null, classification };
  }
  return {
    name: seen.name,
    service,
    // An unknown tracker is never necessary by guess (LAW-BLOCK-005).
    purpose: service.purpose === 'necessary' ? null : service.purpose,
    classification: { source: 'host', confidence: 0.5, needsReview: true },
  };
}
