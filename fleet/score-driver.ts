import type { Scenario } from '../src/model/inventory.ts';
import type { FleetButtons } from './fleet-site.ts';

/** One thing to be done with the notice of one site. */
export interface DriverPair {
  readonly action: string;
  readonly outcome: 'right' | 'abstained' | 'wrong';
  readonly clicked: readonly string[];
  readonly right: readonly string[];
}

/** What was done on one site. */
export interface DriverScore {
  readonly language: string;
  readonly pairs: readonly DriverPair[];
  /** Buttons clicked where there was none for what was to be done, as `SCENARIO: BUTTON`. */
  readonly strayed: readonly string[];
}

const NO_BUTTONS: FleetButtons = { language: '', right: {} };

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((words, i) => words === b[i]);

/** Compares what was clicked in each scenario with what is right on this site. */
export function scoreDriver(
  buttons: FleetButtons | null,
  clickedIn: (scenario: Scenario) => readonly string[],
  scenarios: readonly Scenario[],
): DriverScore {
  const { language, right, mayOpen = [] }: FleetButtons = buttons ?? NO_BUTTONS;
  const pairs: DriverPair[] = [];
  const strayed: string[] = [];
  for (const scenario of scenarios) {
    const path = right[scenario];
    const clicked = clickedIn(scenario).filter((words) => path?.includes(words) || !mayOpen.includes(words));
    if (!path) {
      // Who is to withdraw accepts first.
      const rest = scenario === 'withdraw' ? clicked.slice(right.accept?.length ?? 0) : clicked;
      strayed.push(...rest.map((words) => `${scenario}: ${words}`));
      continue;
    }
    // What opens the settings and what saves them are two buttons to be found.
    const ends = scenario === 'save' ? path.map((_, i) => i + 1) : [path.length];
    for (const end of ends) {
      const [want, got] = [path.slice(0, end), clicked.slice(0, end)];
      const isLast = end === path.length;
      const isRight = same(want, isLast ? clicked : got);
      const isShort = got.length < end && same(got, path.slice(0, got.length));
      const action = scenario === 'save' && !isLast ? 'settings' : scenario;
      const outcome = isRight ? 'right' : isShort ? 'abstained' : 'wrong';
      pairs.push({ action, outcome, clicked, right: want });
    }
  }
  return { language, pairs, strayed };
}

/** What did not go as it should, for a person to read. */
export function troublesOf({ pairs, strayed }: DriverScore): string[] {
  const inWords = (path: readonly string[]) => path.map((words) => `"${words}"`).join(', ') || 'nothing';
  return [
    ...pairs
      .filter(({ outcome }) => outcome !== 'right')
      .map(
        ({ action, outcome, clicked, right }) =>
          `${outcome} ${action}: clicked ${inWords(clicked)}, right is ${inWords(right)}`,
      ),
    ...strayed.map((click) => `wrong ${click}: nothing was to be clicked`),
  ];
}

/** Everything that was clicked, line by line. */
export const driverLines = ({ pairs, strayed }: DriverScore): string[] => [
  ...pairs.map(({ action, outcome, clicked }) => `${action} ${outcome}: ${clicked.join(', ')}`),
  ...strayed,
];

/** The sum over all sites: at least 97 right in 100, none wrong, and enough languages. */
export function sumUpDriver(
  scores: readonly DriverScore[],
  leastLanguages: number,
): { readonly line: string; readonly isGood: boolean } {
  const pairs = scores.flatMap((score) => score.pairs);
  const count = (outcome: DriverPair['outcome']) => pairs.filter((pair) => pair.outcome === outcome).length;
  const right = count('right');
  const wrong = count('wrong') + scores.flatMap(({ strayed }) => strayed).length;
  const languages = new Set(scores.filter((score) => score.pairs.length > 0).map(({ language }) => language));
  return {
    line: `driver: ${right} of ${pairs.length} pairs right, ${count('abstained')} abstained, ${wrong} wrong, ${languages.size} languages`,
    isGood: right >= 0.97 * pairs.length && wrong === 0 && languages.size >= leastLanguages,
  };
}
