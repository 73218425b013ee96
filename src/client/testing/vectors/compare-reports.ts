import { isDown, isRewritten } from './installations.ts';
import {
  type EngineReport,
  type Installed,
  isNoWorse,
  isReadAhead,
  type Outcome,
  type Phase,
  worstOf,
} from './report.ts';
import type { Vector } from './vector.ts';
import { VECTORS } from './vectors.ts';

/**
 * Whether the request of a vector leaves or not depends on timing that no test can hold still: the browser reads ahead
 * where the page is not rewritten, and what was seen to differ between runs may be what it was in any of them.
 */
function isByChance(recorded: EngineReport, name: Installed, vector: Vector, actual?: Outcome): boolean {
  const { id } = vector;
  const own = worstOf(recorded, id, name);
  const alike = installed(recorded).filter((other) => isDown(other) === isDown(name));
  const worst = isReadAhead(vector) ? own : worstOf(recorded, id, ...alike);
  if (recorded.races?.includes(id) && isNoWorse(actual, worst)) return true;
  return !isRewritten(name) && isReadAhead(vector) && isNoWorse(actual, 'sent') && isNoWorse(own, 'sent');
}

const known = ({ absent }: EngineReport) => VECTORS.filter(({ id }) => !absent.includes(id));
const installed = ({ installations }: EngineReport) => Object.keys(installations) as Installed[];

/** Where a run differs in a phase from what is recorded, as lines for people. */
export const comparePhase = (recorded: EngineReport, actual: EngineReport, phase: Phase): string[] =>
  installed(actual).flatMap((name) =>
    known(recorded).flatMap((vector) => {
      const { id } = vector;
      const was = recorded.installations[name].phases[phase]?.[id];
      const is = actual.installations[name].phases[phase]?.[id];
      return was === is || isByChance(recorded, name, vector, is)
        ? []
        : [`${name}: ${id}: ${is ?? 'held'}, recorded: ${was ?? 'held'}`];
    }),
  );

/** Where a run differs from what is recorded in what comes back, as lines for people. */
export const compareMissing = (
  recorded: EngineReport,
  actual: EngineReport,
  key: 'missingInPage' | 'missingInView',
): string[] =>
  installed(actual).flatMap((name) =>
    known(recorded).flatMap(({ id, idle }) => {
      const was = recorded.installations[name][key].includes(id);
      const is = actual.installations[name][key].includes(id);
      const say = (missing: boolean) => (missing ? 'missing' : 'back');
      return was === is || idle || recorded.races?.includes(id)
        ? []
        : [`${name}: ${id}: ${say(is)}, recorded: ${say(was)}`];
    }),
  );

/** Vectors that the record knows in this engine and of which nothing happened in a run even without the runtime. */
export const compareAbsent = (recorded: EngineReport, actual: EngineReport): string[] =>
  known(recorded).flatMap(({ id, idle }) => (actual.absent.includes(id) && !idle ? [id] : []));
