import {
  type ConsentStatement,
  type PageSignals,
  SIGNAL_MOMENTS,
  type SignalMoment,
} from '../../model/consent-signal.ts';
import type { Initiator, Scenario } from '../../model/inventory.ts';
import { joinTypes, QUEUE_SYSTEMS, SYSTEM_WORDS } from '../judge/signal-words.ts';

/** One thing that was told, over all pages on which it was told alike. */
export interface ToldRow {
  readonly scenario: Scenario;
  /** In the order in which they come. */
  readonly moments: readonly SignalMoment[];
  /** Host, queue or interface. */
  readonly to: string;
  readonly system: string;
  /** Kinds of use by what is said of them, as text; empty where nothing is. */
  readonly granted: string;
  readonly denied: string;
  readonly unknown: string;
  /** What else there is to say: why it could not be read, or that it does not apply. */
  readonly note: string;
  /** How it was said: `gcs=G100`, `consent default`. */
  readonly as: string;
  readonly pages: number;
  readonly initiator: Initiator | undefined;
}

/** What a moment is called. */
export const MOMENT_WORDS: Readonly<Record<SignalMoment, string>> = {
  before: 'without an answer',
  answer: 'at the click',
  after: 'on later pages',
  return: 'another day',
};

type Said = Pick<ToldRow, 'to' | 'system' | 'as' | 'note' | 'initiator'> & Pick<ConsentStatement, 'says'>;

function asOf({ codes = {}, from }: ConsentStatement): string {
  const entries = Object.entries(codes);
  return entries.length > 0 ? entries.map(([name, code]) => `${name}=${code}`).join(' ') : from.join(', ');
}

function noteOf({ problem, tc, applies }: ConsentStatement): string {
  if (problem ?? tc?.problem) return problem ?? tc?.problem ?? '';
  if (tc) return `platform ${tc.cmpId}, vendor list ${tc.vendorListVersion}, ${tc.vendors} vendors`;
  return applies === false ? 'does not apply here' : '';
}

const saidOn = ({ sent, commands, answered }: PageSignals): Said[] => [
  ...commands
    .filter(({ command }) => command !== 'tag')
    .map(({ queue, command, says, regions, initiators }) => ({
      to: queue,
      system: SYSTEM_WORDS[QUEUE_SYSTEMS[queue]],
      says,
      as: `consent ${command}`,
      note: regions ? `only in ${regions.slice(0, 6).join(', ')}${regions.length > 6 ? ' …' : ''}` : '',
      initiator: initiators[0],
    })),
  ...sent.map((one) => ({
    to: one.host,
    system: SYSTEM_WORDS[one.system],
    says: one.says,
    as: asOf(one),
    note: noteOf(one),
    initiator: one.initiators[0],
  })),
  ...answered.map((one) => ({
    to: 'whoever asks',
    system: SYSTEM_WORDS[one.system],
    says: one.says,
    as: asOf(one),
    note: one.tc || !one.status ? noteOf(one) : one.status,
    initiator: undefined,
  })),
];

/** What pages told others, scenario by scenario; the same on many pages and at several moments is one row. */
export function toldRows(signals: readonly PageSignals[]): readonly ToldRow[] {
  const rows = signals.flatMap((page) =>
    saidOn(page).map((said) => {
      const of = (state: string) =>
        joinTypes(Object.keys(said.says).filter((type) => said.says[type] === state));
      const { scenario, moment } = page;
      const told = { granted: of('granted'), denied: of('denied'), unknown: of('unknown') };
      const { to, system, as, note, initiator } = said;
      return { page: page.page, moment, row: { scenario, to, system, ...told, note, as }, initiator };
    }),
  );
  return [...Map.groupBy(rows, ({ row }) => JSON.stringify(row)).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const pages = new Set(group.map(({ page }) => page)).size;
    const moments = SIGNAL_MOMENTS.filter((moment) => group.some((one) => one.moment === moment));
    return { ...first.row, moments, pages, initiator: first.initiator };
  });
}
