import type { AuditEvidence } from '../../model/audit-report.ts';
import type {
  AnsweredSignal,
  ConsentCommand,
  ConsentStatement,
  PageSignals,
  SentSignal,
  SignalState,
  SignalSystem,
} from '../../model/consent-signal.ts';

/** What a system is called. */
export const SYSTEM_WORDS: Readonly<Record<SignalSystem, string>> = {
  google: "Google's consent mode",
  tcf: 'IAB Transparency and Consent',
  gpp: 'IAB Global Privacy Platform',
  'us-privacy': 'US Privacy string',
  microsoft: 'Microsoft UET',
  meta: 'Meta data processing options',
};

/** Whose queue it is. */
export const QUEUE_SYSTEMS = { dataLayer: 'google', uetq: 'microsoft' } as const;

const ORDER: readonly SignalState[] = ['granted', 'denied', 'unknown'];

/** `purpose 1`, `purpose 2`, `purpose 3` → `purposes 1–3`; other kinds of use as they are called. */
export function joinTypes(types: readonly string[]): string {
  const numbers = types.flatMap((type) => /^purpose (\d+)$/.exec(type)?.[1] ?? []).map(Number);
  const others = types.filter((type) => !type.startsWith('purpose ')).sort();
  const runs: [number, number][] = [];
  for (const number of numbers.sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const ranges = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  return [...others, ...(ranges ? [`${numbers.length === 1 ? 'purpose' : 'purposes'} ${ranges}`] : [])].join(
    ', ',
  );
}

/** `granted: ad_storage; denied: analytics_storage`. */
export const saysWords = (says: ConsentStatement['says']): string =>
  ORDER.flatMap((state) => {
    const types = Object.keys(says).filter((type) => says[type] === state);
    return types.length > 0 ? [`${state}: ${joinTypes(types)}`] : [];
  }).join('; ');

/** `gcs=G100, gcd=11p1p1p1p5`. */
const codeWords = ({ codes = {}, from }: ConsentStatement): string =>
  Object.keys(codes).length > 0
    ? Object.entries(codes)
        .map(([name, code]) => `${name}=${code}`)
        .join(', ')
    : from.join(', ');

/** What a statement says, in words. */
export function statementWords(statement: ConsentStatement): string {
  const { says, problem, tc, applies } = statement;
  const said = problem ?? tc?.problem ?? saysWords(says);
  return `${codeWords(statement)} → ${said || (applies === false ? 'does not apply' : 'nothing')}`;
}

/** What a command says, in words. */
export function commandWords({ queue, command, says, regions }: ConsentCommand): string {
  if (command === 'tag') return `${queue}: the tag starts`;
  const where = regions ? ` in ${regions.slice(0, 8).join(', ')}${regions.length > 8 ? ' …' : ''}` : '';
  return `${queue}: consent ${command}${where} → ${saysWords(says) || 'nothing'}`;
}

type Place = Pick<PageSignals, 'page' | 'scenario'>;

/** Requests that carried a statement. */
export const sentEvidence = (
  { page, scenario }: Place,
  { host, count, time, initiators, ...statement }: SentSignal,
): AuditEvidence => ({
  text: `${count} × to ${host}: ${statementWords(statement)}`,
  page,
  scenario,
  time,
  initiators,
});

/** A command, with the script that gave it. */
export const commandEvidence = ({ page, scenario }: Place, command: ConsentCommand): AuditEvidence => ({
  text: commandWords(command),
  page,
  scenario,
  time: command.time,
  initiators: command.initiators,
});

/** What the page answered when it was asked. */
export const answeredEvidence = ({ page, scenario }: Place, answered: AnsweredSignal): AuditEvidence => ({
  text: `asked: ${statementWords(answered)}`,
  page,
  scenario,
});
