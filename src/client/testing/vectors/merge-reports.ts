import { type EngineReport, type Observation, type Outcome, PHASES, worstOf } from './report.ts';

const ids = (observations: readonly Observation[]) =>
  [
    ...new Set(
      observations.flatMap(({ phases, missingInPage, missingInView }) => [
        ...Object.values(phases).flatMap((outcomes) => Object.keys(outcomes)),
        ...missingInPage,
        ...missingInView,
      ]),
    ),
  ].sort();

function mergeObservations(observations: readonly Observation[]): Observation {
  const all = ids(observations);
  const phases = PHASES.filter((phase) => observations[0]?.phases[phase]);
  const seen = (id: string) =>
    phases.map((phase) => observations.map((observation) => observation.phases[phase]?.[id]));
  const isRace = (id: string) =>
    new Set(seen(id).flat()).size > 1 ||
    (['missingInPage', 'missingInView'] as const).some(
      (key) => new Set(observations.map((observation) => observation[key].includes(id))).size > 1,
    );
  const union = (key: 'missingInPage' | 'missingInView') =>
    all.filter((id) => observations.some((observation) => observation[key].includes(id)));
  return {
    phases: Object.fromEntries(
      phases.map((phase, index) => [
        phase,
        Object.fromEntries(
          all.flatMap((id): [string, Outcome][] => {
            const worst = worstOf(seen(id)[index] ?? []);
            return worst ? [[id, worst]] : [];
          }),
        ),
      ]),
    ),
    missingInPage: union('missingInPage'),
    missingInView: union('missingInView'),
    races: all.filter(isRace),
  };
}

/** Makes one report of several runs of an engine: the worst of each vector, and which do not turn out the same each time. */
export function mergeReports(reports: readonly EngineReport[]): EngineReport {
  const [first] = reports as readonly [EngineReport];
  const installations = Object.keys(first.installations) as (keyof EngineReport['installations'])[];
  return {
    version: first.version,
    absent: first.absent.filter((id) => reports.every(({ absent }) => absent.includes(id))),
    installations: Object.fromEntries(
      installations.map((name) => [
        name,
        mergeObservations(reports.map((report) => report.installations[name])),
      ]),
    ) as EngineReport['installations'],
  };
}
