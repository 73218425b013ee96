import { findGone } from '../../knowledge/config/find-gone.ts';
import { lifetimeDiffers } from '../../knowledge/config/lifetime-differs.ts';
import { mergeServices } from '../../knowledge/config/merge-services.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { withoutOwnStorage } from '../../knowledge/config/without-own-storage.ts';
import { formatDuration } from '../../knowledge/format-duration.ts';
import type { Config } from '../../model/config.ts';
import { type ObservedTracker, SCENARIOS } from '../../model/inventory.ts';
import { ALL_MODES, type Audit, type AuditInput, type Judgement } from '../audit.ts';
import { readDuties } from '../judge/duties.ts';
import { isDone, pagesEvidence, scenarioEvidence, trackerEvidence } from '../judge/evidence.ts';
import { trackerSubject } from '../judge/names.ts';

const inWords = (seconds: number | null) => formatDuration(seconds, 'en', 'a session');

/** A longer life than declared breaks a promise; a shorter one is only untidy. */
function lifetimeOf(declared: number | null, tracker: ObservedTracker) {
  if (!lifetimeDiffers(declared, tracker)) return undefined;
  const isLonger = (tracker.lifetimeSeconds ?? 0) > (declared ?? 0);
  return {
    severity: isLonger ? ('error' as const) : ('warning' as const),
    message: `is declared to last ${inWords(declared)} and lasts ${inWords(tracker.lifetimeSeconds)}`,
  };
}

type WithConfig = AuditInput & { readonly config: Config };

function judgeTracker(tracker: ObservedTracker, input: WithConfig, at: number): Judgement[] {
  const declared = resolveConfig(input.config).trackers[at];
  const subject = trackerSubject(tracker);
  const evidence = trackerEvidence(tracker, SCENARIOS);
  const say = (what: string, message: string, todo: string): Judgement => ({
    verdict: 'fail',
    subject: `${what} ${subject}`,
    message: `${tracker.name} on ${tracker.host} ${message}.`,
    evidence,
    todo,
  });
  if (!declared)
    return [
      say('undeclared', 'is not declared', 'Run "avowal init" with this scan, and review what it adds.'),
    ];
  const lifetime = lifetimeOf(declared.lifetimeSeconds, tracker);
  const owed = readDuties(input).ofTracker(tracker);
  return [
    ...(lifetime
      ? [
          {
            ...say('lifetime', lifetime.message, `Correct "lifetimeSeconds" at trackers[${at}].`),
            severity: lifetime.severity,
          },
        ]
      : []),
    ...(declared.party === tracker.party
      ? []
      : [
          say(
            'party',
            `is declared as ${declared.party} party and belongs to the ${tracker.party} party`,
            `Correct "party" and "host" at trackers[${at}].`,
          ),
        ]),
    ...(owed.duty === 'disputed'
      ? [
          say(
            'purpose',
            `is declared as necessary ("${owed.purpose}") and is known to serve ${tracker.purpose}`,
            `Give it an optional purpose at trackers[${at}], or keep the proof of why it is necessary.`,
          ),
        ]
      : []),
  ];
}

function ghosts({ inventory, config }: WithConfig): Judgement[] {
  const { ids } = mergeServices(config, inventory);
  return findGone(config, inventory, ids).map(({ path, text }) => ({
    verdict: 'fail',
    severity: 'warning',
    subject: `ghost ${text}`,
    message: `The ${text} is declared and was not seen.`,
    evidence: [...pagesEvidence(inventory, 'accept'), { text: `declared at ${path}` }],
    todo: 'Scan the pages that use it; if none does any more, delete the declaration.',
  }));
}

function judge(input: AuditInput): readonly Judgement[] {
  const { config } = input;
  const inventory = withoutOwnStorage(input.inventory);
  const subject = 'configuration';
  const evidence = [...pagesEvidence(inventory, 'accept'), scenarioEvidence(inventory, 'accept')];
  if (!config) {
    const message = 'No configuration was handed in, so there is nothing to compare the scan with.';
    return [{ verdict: 'inapplicable', subject, message, evidence }];
  }
  const own: WithConfig = { ...input, config, inventory };
  const duties = readDuties(own);
  const isWhole = inventory.complete && isDone(inventory, 'accept');
  const troubles = [
    ...inventory.trackers.flatMap((tracker) => judgeTracker(tracker, own, duties.declarationOf(tracker))),
    ...(isWhole ? ghosts(own) : []),
  ];
  if (!isWhole)
    troubles.push({
      verdict: 'review',
      subject: 'ghosts',
      message:
        'The scan did not see the site after an acceptance, so what is declared and not seen may still be there.',
      evidence,
      todo: 'Scan the site again with the scenario "accept".',
    });
  if (troubles.length > 0) return troubles;
  const message = `All ${inventory.trackers.length} trackers seen are declared as they are, and all declared were seen.`;
  return [{ verdict: 'pass', subject, message, evidence }];
}

const audit: Audit = {
  id: 'declared-vs-observed',
  title: 'The site declares what it does, and does what it declares',
  description:
    'Needs the configuration. Each tracker seen must be declared with its true life, party and purpose; each tracker and service declared must have been seen. Avowal itself is left out: the policy declares it.',
  rules: ['POL-005'],
  modes: ALL_MODES,
  severity: 'error',
  judge,
};

export default audit;
