import type { ObservedTracker, RequestSummary, Scenario } from '../../model/inventory.ts';
import type { StandardPurpose } from '../../model/purpose.ts';
import type { AuditInput, Judgement } from '../audit.ts';
import { type Duty, type Owed, readDuties } from './duties.ts';
import { pagesEvidence, requestEvidence, scenarioEvidence, trackerEvidence } from './evidence.ts';
import { serviceName, trackerSubject } from './names.ts';

/** How a scenario in which nothing optional may happen is spoken of. */
export interface Silence {
  readonly scenario: Scenario;
  /** Such as `before any choice`. */
  readonly when: string;
  readonly todo: string;
  /** What has this purpose, by knowledge, fails; left out = everything optional does, else a person looks. */
  readonly forbids?: (purpose: StandardPurpose | null) => boolean;
}

const VERDICTS: Readonly<Record<Exclude<Duty, 'exempt'>, 'fail' | 'review'>> = {
  optional: 'fail',
  disputed: 'review',
  unknown: 'review',
};

const verdictOf = (
  duty: Exclude<Duty, 'exempt'>,
  purpose: StandardPurpose | null,
  { forbids }: Silence,
): 'fail' | 'review' => (forbids && !forbids(purpose) ? 'review' : VERDICTS[duty]);

const because = ({ duty, purpose }: Owed) =>
  duty === 'disputed'
    ? `the configuration calls it necessary ("${purpose}"), and what is known of it does not`
    : `its purpose is "${purpose}"`;

function judgeTracker(
  tracker: ObservedTracker,
  owed: Owed,
  input: AuditInput,
  silence: Silence,
): Judgement[] {
  // What nobody can explain has an audit of its own.
  if (owed.duty === 'exempt' || owed.duty === 'unknown') return [];
  const who = serviceName(input.inventory, tracker.service);
  return [
    {
      verdict: verdictOf(owed.duty, tracker.purpose, silence),
      subject: trackerSubject(tracker),
      message: `${tracker.name} of ${who} on ${tracker.host} was there ${silence.when}: ${because(owed)}.`,
      evidence: trackerEvidence(tracker, [silence.scenario]),
      todo: silence.todo,
    },
  ];
}

const WEIGHT: readonly Duty[] = ['exempt', 'unknown', 'disputed', 'optional'];

function judgeService(
  id: string,
  requests: readonly RequestSummary[],
  owed: Owed,
  { inventory }: AuditInput,
  silence: Silence,
): Judgement[] {
  if (owed.duty === 'exempt') return [];
  const { scenario, when, todo } = silence;
  const purpose = inventory.services.find((service) => service.id === id)?.purpose ?? null;
  const name = serviceName(inventory, id);
  const what =
    owed.duty === 'unknown'
      ? `Requests went to ${name} ${when}, and nobody knows what for.`
      : `Requests went to ${name} ${when}: ${because(owed)}.`;
  return [
    {
      verdict: verdictOf(owed.duty, purpose, silence),
      subject: `service ${id}`,
      message: what,
      evidence: requests.map((request) => requestEvidence(request, scenario)),
      todo:
        owed.duty === 'unknown'
          ? 'Find out what it is for, and declare it in the configuration with its purpose.'
          : todo,
    },
  ];
}

/** Judges a scenario in which nothing optional may be stored, and no service of an optional purpose be asked. */
export function judgeSilence(input: AuditInput, silence: Silence): readonly Judgement[] {
  const { inventory } = input;
  const { scenario, when } = silence;
  const duties = readDuties(input);
  const trackers = inventory.trackers
    .filter(({ seen }) => seen[scenario])
    .flatMap((tracker) => judgeTracker(tracker, duties.ofTracker(tracker), input, silence));
  const asked = Map.groupBy(
    inventory.requests.filter(({ seen, service }) => seen[scenario] && service !== null),
    ({ service }) => service ?? '',
  );
  const services = [...asked].flatMap(([id, requests]) => {
    const owed = requests.map((request) => duties.ofRequest(request));
    const [worst] = owed.sort((a, b) => WEIGHT.indexOf(b.duty) - WEIGHT.indexOf(a.duty));
    return worst ? judgeService(id, requests, worst, input, silence) : [];
  });
  const troubles = [...trackers, ...services];
  if (troubles.length > 0) return troubles;
  const pages = pagesEvidence(inventory, scenario);
  if (pages.length === 0)
    return [
      {
        verdict: 'review',
        subject: `scenario ${scenario}`,
        message: `The scan visited no page ${when}, so it proves nothing about it.`,
        evidence: [scenarioEvidence(inventory, scenario)],
        todo: 'Scan the site again with this scenario.',
      },
    ];
  return [
    {
      verdict: 'pass',
      subject: `scenario ${scenario}`,
      message: `Nothing optional was stored or asked for ${when}.`,
      evidence: pages,
    },
  ];
}
