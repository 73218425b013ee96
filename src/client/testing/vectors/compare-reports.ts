import {
  type EngineReport,
  isNoWorse,
  type Observation,
  type Outcome,
  PHASES,
  type Phase,
  worstOf,
} from './report.ts';
import { VECTORS } from './vectors.ts';

/** Ids of what the browser may ask for while it reads ahead in the HTML, before any script runs. */
const READ_AHEAD = new Set(
  VECTORS.filter(({ head, body, marked }) => (head ?? body) && !marked).map(({ id }) => id),
);

/**
 * Whether the request of a vector leaves or not depends on timing that no test can hold still: the browser reads ahead
 * where the page is not rewritten, and what was seen to differ between runs.
 */
function isByChance(installation: string, id: string, recorded: Observation, actual?: Outcome): boolean {
  const worst = worstOf(PHASES.map((phase) => recorded.phases[phase]?.[id]));
  if (recorded.races?.includes(id)) return isNoWorse(actual, worst);
  return (
    installation !== 'rewrite' && READ_AHEAD.has(id) && isNoWorse(actual, 'sent') && isNoWorse(worst, 'sent')
  );
}

/** Ids of what a busy browser may leave out. */
const IDLE = new Set(VECTORS.filter(({ idle }) => idle).map(({ id }) => id));

type Installations = EngineReport['installations'];

const pairs = (recorded: EngineReport, actual: EngineReport) =>
  (Object.keys(actual.installations) as (keyof Installations)[]).map(
    (name) => [name, recorded.installations[name], actual.installations[name]] as const,
  );

/** Where a run differs in a phase from what is recorded, as lines for people. */
export function comparePhase(recorded: EngineReport, actual: EngineReport, phase: Phase): string[] {
  return pairs(recorded, actual).flatMap(([installation, was, is]) =>
    VECTORS.filter(({ id }) => !recorded.absent.includes(id)).flatMap(({ id }) => {
      const before = was?.phases[phase]?.[id];
      const now = is.phases[phase]?.[id];
      return before === now || (was && isByChance(installation, id, was, now))
        ? []
        : [`${installation}: ${id}: ${now ?? 'held'}, recorded: ${before ?? 'held'}`];
    }),
  );
}

/** Where a run differs from what is recorded in what comes back, as lines for people. */
export function compareMissing(
  recorded: EngineReport,
  actual: EngineReport,
  key: 'missingInPage' | 'missingInView',
): string[] {
  return pairs(recorded, actual).flatMap(([installation, was, is]) => {
    const differs = (from: readonly string[], to: readonly string[]) =>
      from.filter(
        (id) =>
          !to.includes(id) && !was.races?.includes(id) && !recorded.absent.includes(id) && !IDLE.has(id),
      );
    return [
      ...differs(is[key], was[key]).map((id) => `${installation}: ${id}: missing, recorded: back`),
      ...differs(was[key], is[key]).map((id) => `${installation}: ${id}: back, recorded: missing`),
    ];
  });
}

/** Vectors that the record knows in this engine and of which nothing happened in a run even without the runtime. */
export const compareAbsent = (recorded: EngineReport, actual: EngineReport): string[] =>
  actual.absent.filter((id) => !recorded.absent.includes(id) && !IDLE.has(id));
