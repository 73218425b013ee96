import type { AuditEvidence } from '../../model/audit-report.ts';
import type {
  ConsentCommand,
  PageSignals,
  SignalMoment,
  SignalState,
  SignalSystem,
} from '../../model/consent-signal.ts';
import type { Scenario } from '../../model/inventory.ts';
import { answeredEvidence, commandEvidence, QUEUE_SYSTEMS, sentEvidence } from './signal-words.ts';

/** One kind of use, and what was said of it at one place. */
export interface ConsentClaim {
  readonly scenario: Scenario;
  readonly moment: SignalMoment;
  readonly system: SignalSystem;
  readonly type: string;
  readonly state: SignalState;
  readonly evidence: AuditEvidence;
}

/**
 * What the commands of one queue come to at the end, with the command that decided it. A default for some regions alone
 * says nothing of this visitor, and beside one the general default does not either: where it is, only updates count.
 */
export function finalCommands(commands: readonly ConsentCommand[]): ReadonlyMap<string, ConsentCommand> {
  const regional = new Set(
    commands.filter(({ regions }) => regions !== undefined).flatMap(({ says }) => Object.keys(says)),
  );
  const final = new Map<string, ConsentCommand>();
  for (const command of commands) {
    if (command.command === 'tag' || command.regions) continue;
    for (const type of Object.keys(command.says)) {
      // A default after an update changes nothing.
      if (command.command === 'default' && (regional.has(type) || final.get(type)?.command === 'update'))
        continue;
      final.set(type, command);
    }
  }
  return final;
}

function ofPage(page: PageSignals): ConsentClaim[] {
  const { scenario, moment } = page;
  const claims = (
    system: SignalSystem,
    says: Readonly<Record<string, SignalState>>,
    evidence: AuditEvidence,
  ) => Object.entries(says).map(([type, state]) => ({ scenario, moment, system, type, state, evidence }));
  const commanded = (['dataLayer', 'uetq'] as const).flatMap((queue) =>
    [...finalCommands(page.commands.filter((command) => command.queue === queue))].flatMap(
      ([type, command]) =>
        claims(
          QUEUE_SYSTEMS[queue],
          { [type]: command.says[type] ?? 'unknown' },
          commandEvidence(page, command),
        ),
    ),
  );
  return [
    ...page.sent.flatMap((sent) => claims(sent.system, sent.says, sentEvidence(page, sent))),
    ...commanded,
    ...page.answered.flatMap((one) => claims(one.system, one.says, answeredEvidence(page, one))),
  ];
}

/** Systems that had a tag at work to hear what was said: a queue that nobody works off tells nobody anything. */
export const heardSystems = (signals: readonly PageSignals[]): ReadonlySet<SignalSystem> =>
  new Set(
    signals.flatMap(({ commands, sent, answered }) => [
      ...commands.filter(({ command }) => command === 'tag').map(({ queue }) => QUEUE_SYSTEMS[queue]),
      ...[...sent, ...answered].map(({ system }) => system),
    ]),
  );

/** Everything that was said, kind by kind. */
export const readClaims = (signals: readonly PageSignals[]): readonly ConsentClaim[] =>
  signals.flatMap(ofPage);

/** At most five different places that back a finding. */
export function claimEvidence(claims: readonly ConsentClaim[]): readonly AuditEvidence[] {
  const byText = new Map(claims.map(({ evidence }) => [`${evidence.text} ${evidence.page}`, evidence]));
  return [...byText.values()].slice(0, 5);
}
