import type { ConsentStatement, PageSignals, SentSignal, SignalMoment } from '../../model/consent-signal.ts';
import type { Scenario } from '../../model/inventory.ts';
import type { PageRecord, SentObservation, SignalObservation } from '../observation.ts';
import { withoutQuery } from './initiator-chain.ts';

const keyOf = ({ system, from, says, codes, applies, tc, problem }: ConsentStatement) =>
  JSON.stringify([system, from, says, codes, applies, tc, problem]);

/** The same said to the same host is one signal with a number. */
function foldSent(sent: readonly SentObservation[]): SentSignal[] {
  const groups = Map.groupBy(sent, (one) => `${one.host}\0${keyOf(one)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group.toSorted((a, b) => a.time - b.time);
    return first ? { ...first, count: group.length, time: new Date(first.time).toISOString() } : [];
  });
}

function ofPage(
  { visit }: PageRecord,
  moment: SignalMoment,
  signals: readonly SignalObservation[],
): PageSignals[] {
  if (signals.length === 0) return [];
  return [
    {
      page: withoutQuery(visit.url),
      scenario: visit.scenario,
      moment,
      sent: foldSent(signals.flatMap((one) => ('sent' in one ? one.sent : []))),
      commands: signals.flatMap((one) => ('command' in one ? one.command : [])),
      answered: signals.flatMap((one) => ('answered' in one ? one.answered : [])),
    },
  ];
}

/** Scenarios whose visitor gives no answer. */
const UNANSWERED: readonly Scenario[] = ['none', 'gpc', 'close'];

function momentOf({ visit, isReturn }: PageRecord): SignalMoment {
  if (isReturn) return 'return';
  return UNANSWERED.includes(visit.scenario) ? 'before' : 'after';
}

/** What each page told others, page by page. Journals from before signals were gathered have none. */
export const foldSignals = (records: readonly PageRecord[]): PageSignals[] =>
  records.flatMap((record) => [
    ...ofPage(record, 'answer', record.signalsAtAnswer ?? []),
    ...ofPage(record, momentOf(record), record.signals ?? []),
  ]);
