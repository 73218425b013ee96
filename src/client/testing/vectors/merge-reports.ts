import { isDown } from './installations.ts';
import {
  type EngineReport,
  type Installed,
  isNoWorse,
  isReadAhead,
  type Observation,
  type Outcome,
  type Outcomes,
} from './report.ts';
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

/** What was seen of a vector with each installation in which the core arrives, in every run and state. */
function seenOf(reports: readonly EngineReport[], id: string): (Outcome | undefined)[][] {
  const names = Object.keys(reports[0]?.installations ?? {}) as Installed[];
  return names
    .filter((name) => !isDown(name))
    .map((name) =>
      reports.flatMap(({ installations }) =>
        Object.values(installations[name].phases).map((outcomes) => outcomes[id]),
      ),
    );
}

function isRace(reports: readonly EngineReport[], vector: (typeof VECTORS)[number]): boolean {
  const differs = (values: readonly unknown[]) => new Set(values).size > 1;
  const { id } = vector;
  const seen = seenOf(reports, id);
  // The installation changes what stands in the HTML, and nothing that a script does later.
  if (isReadAhead(vector) ? seen.some(differs) : differs(seen.flat())) return true;
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
