import { scriptIn } from './installations.ts';
import {
  type EngineReport,
  type Installed,
  isNoWorse,
  isReadAhead,
  type Observation,
  type Outcome,
  type Outcomes,
  PHASES,
} from './report.ts';
import type { Vector } from './vector.ts';
import { VECTORS } from './vectors.ts';

const worse = (a: Outcomes, b: Outcomes): Outcomes => {
  const ids = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(
    ids.map((id): [string, Outcome] => [id, (isNoWorse(a[id], b[id]) ? b[id] : a[id]) as Outcome]),
  );
};

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort();

const mergeObservations = (a: Observation, b: Observation): Observation => ({
  phases: Object.fromEntries(
    Object.entries(a.phases).map(([phase, outcomes]) => [
      phase,
      worse(outcomes, b.phases[phase as keyof typeof b.phases] ?? {}),
    ]),
  ),
  missingInPage: union(a.missingInPage, b.missingInPage),
  missingInView: union(a.missingInView, b.missingInView),
});

/**
 * What should be equal of a vector: an installation changes what stands in the HTML, and of what a script does later nothing but
 * what its own script holds back; and what is stored may have been deleted by the next visit.
 */
function samples(reports: readonly EngineReport[], vector: Vector): (Outcome | undefined)[][] {
  const { id, seen } = vector;
  const names = Object.keys(reports[0]?.installations ?? {}) as Installed[];
  const all = names.flatMap((name) =>
    PHASES.filter((phase) => reports[0]?.installations[name].phases[phase]).map((phase) => ({
      of: `${isReadAhead(vector) ? name : scriptIn(name)} ${seen === 'stored' ? phase : ''}`,
      seen: reports.map(({ installations }) => installations[name].phases[phase]?.[id]),
    })),
  );
  return [...Map.groupBy(all, ({ of }) => of).values()].map((group) => group.flatMap((one) => one.seen));
}

function isRace(reports: readonly EngineReport[], vector: Vector): boolean {
  const differs = (values: readonly unknown[]) => new Set(values).size > 1;
  const { id } = vector;
  if (samples(reports, vector).some(differs)) return true;
  const names = Object.keys(reports[0]?.installations ?? {}) as Installed[];
  return names.some((name) =>
    (['missingInPage', 'missingInView'] as const).some((key) =>
      differs(reports.map(({ installations }) => installations[name][key].includes(id))),
    ),
  );
}

/** Makes one report of several runs of an engine: the worst of each vector, and which do not turn out the same each time. */
export function mergeReports(reports: readonly EngineReport[]): EngineReport {
  const merged = reports.reduce((a, b) => ({
    version: a.version,
    absent: a.absent.filter((id) => b.absent.includes(id)),
    installations: Object.fromEntries(
      (Object.keys(a.installations) as Installed[]).map((name) => [
        name,
        mergeObservations(a.installations[name], b.installations[name]),
      ]),
    ) as EngineReport['installations'],
  }));
  const races = VECTORS.filter((vector) => isRace(reports, vector)).map(({ id }) => id);
  return { version: merged.version, absent: merged.absent, races, installations: merged.installations };
}
