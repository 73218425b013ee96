import { isRewritten, scriptIn } from './installations.ts';
import {
  type EngineReport,
  type Installed,
  isNoWorse,
  isReadAhead,
  PHASES,
  type Phase,
  worstOf,
} from './report.ts';
import type { Vector } from './vector.ts';
import { VECTORS } from './vectors.ts';

const known = ({ absent }: EngineReport) => VECTORS.filter(({ id }) => !absent.includes(id));
const installed = ({ installations }: EngineReport) => Object.keys(installations) as Installed[];

/** Installations with which the same must happen: what a script does later meets the same guards however the page was delivered. */
const alike = (report: EngineReport, vector: Vector): Installed[][] =>
  isReadAhead(vector)
    ? installed(report).map((name) => [name])
    : [...Map.groupBy(installed(report), scriptIn).values()];

/** The browser reads ahead where the page is not rewritten: how far it has come when the runtime begins is chance. */
const mayBeSent = (vector: Vector, names: readonly Installed[]) =>
  isReadAhead(vector) && !names.some(isRewritten);

/** What gets stored before the choice is deleted after the answer, in the time that a browser takes for it. */
const mayNotBeDeletedYet = (recorded: EngineReport, { id, seen }: Vector, names: readonly Installed[]) =>
  seen === 'stored' && worstOf(recorded, id, names, ['before']) === 'stored';

/**
 * Where a run differs in a phase from what is recorded, as lines for people. Some requests leave by chance; so one that is
 * recorded counts as held at last when it is held in the whole run, and never when the record says that it varies.
 */
export const comparePhase = (recorded: EngineReport, actual: EngineReport, phase: Phase): string[] =>
  known(recorded).flatMap((vector) =>
    alike(actual, vector).flatMap((names) => {
      const { id, seen } = vector;
      // What was stored may be deleted by the next visit.
      const phases = seen === 'stored' ? [phase] : PHASES;
      const was = worstOf(recorded, id, names, phases);
      const now = worstOf(actual, id, names, [phase]);
      const is = isNoWorse(now, was) ? worstOf(actual, id, names, phases) : now;
      const isByChance =
        (recorded.races?.includes(id) && isNoWorse(is, was)) ||
        (phase !== 'before' && mayNotBeDeletedYet(recorded, vector, names)) ||
        (mayBeSent(vector, names) && isNoWorse(is, 'sent') && isNoWorse(was, 'sent'));
      return is === was || isByChance
        ? []
        : [`${names.join(', ')}: ${id}: ${is ?? 'held'}, recorded: ${was ?? 'held'}`];
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
