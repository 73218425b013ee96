import { signals as signalFacts } from '../../knowledge/signals/index.ts';
import type { PageSignals, SignalSystem } from '../../model/consent-signal.ts';
import type { Scenario } from '../../model/inventory.ts';
import type { StandardPurpose } from '../../model/purpose.ts';
import { ALL_MODES, type Audit, type AuditInput, type Judgement } from '../audit.ts';
import { type ConsentClaim, claimEvidence, heardSystems, readClaims } from '../judge/consent-claims.ts';
import { isDone } from '../judge/evidence.ts';
import { answeredEvidence, SYSTEM_WORDS, sentEvidence } from '../judge/signal-words.ts';
import { signalsOnly } from '../judge/signals-only.ts';
import { ALONE } from '../purpose-alone.ts';

/** What the visitor of a scenario wants; others leave it to what the settings were. */
const WANTS: Readonly<Partial<Record<Scenario, 'nothing' | 'no' | 'yes' | 'one' | 'opt-out'>>> = {
  none: 'nothing',
  close: 'nothing',
  reject: 'no',
  phone: 'no',
  withdraw: 'no',
  accept: 'yes',
  gpc: 'opt-out',
  'only-functional': 'one',
  'only-analytics': 'one',
  'only-marketing': 'one',
};

const WHEN: Readonly<Partial<Record<Scenario, string>>> = {
  none: 'Before any choice',
  close: 'After the notice was closed without an answer',
  reject: 'After the refusal',
  phone: 'After the refusal on a telephone',
  withdraw: 'After the withdrawal',
  accept: 'After the consent',
  gpc: 'With Global Privacy Control on',
  'only-functional': 'With comfort alone allowed',
  'only-analytics': 'With statistics alone allowed',
  'only-marketing': 'With marketing alone allowed',
};

const googleKinds = signalFacts.find(({ id }) => id === 'google')?.kinds;

const KINDS: Readonly<Record<string, StandardPurpose | null>> = {
  ...(typeof googleKinds === 'object' && googleKinds),
  'unlimited data use': 'marketing',
  sale: 'marketing',
  sharing: 'marketing',
  'targeted advertising': 'marketing',
};

/** Signals of the United States speak of an opt-out, which elsewhere nobody can make. */
const STRINGS: readonly string[] = ['gpp', 'us-privacy'];
const OPT_OUTS: readonly string[] = [...STRINGS, 'meta'];

/** Whether the purpose that alone was allowed is another one than what the signal speaks of. */
function isForeign({ scenario, type }: ConsentClaim, { config }: AuditInput): boolean {
  const allowed = ALONE[scenario];
  const purpose = KINDS[type];
  if (!allowed || !purpose || allowed === purpose) return false;
  return !config?.purposes.some(({ covers }) => covers?.includes(allowed) && covers.includes(purpose));
}

/** Whether something said in this scenario must not be `granted`. TC strings have an audit of their own. */
function isForbidden(claim: ConsentClaim, input: AuditInput): boolean {
  const { scenario, system, type } = claim;
  const { regime } = input;
  const wants = WANTS[scenario];
  if (system === 'tcf' || !KINDS[type] || KINDS[type] === 'necessary') return false;
  if (OPT_OUTS.includes(system) && regime.mode === 'opt-in') return false;
  if (wants === 'no') return true;
  if (wants === 'one') return isForeign(claim, input);
  if (wants === 'nothing') return regime.mode === 'opt-in';
  if (wants === 'opt-out')
    return regime.mode === 'opt-in' || (regime.gpc === 'deny' && KINDS[type] === 'marketing');
  return false;
}

/**
 * The site may call a purpose necessary, and comfort may be: a person looks. So it is with Meta's option, which is one
 * way of several, and with what vendors do with an opt-out that they are not told as a denial.
 */
function isSure({ scenario, type, system }: ConsentClaim, { config, regime }: AuditInput): boolean {
  const purpose = KINDS[type];
  if (purpose === 'functional' || system === 'meta') return false;
  if (scenario === 'gpc' && regime.mode !== 'opt-in' && !STRINGS.includes(system)) return false;
  return !config?.purposes.some(({ required, covers }) => required && covers?.some((one) => one === purpose));
}

const list = (claims: readonly ConsentClaim[]) => [...new Set(claims.map(({ type }) => type))].join(', ');

function judgeGroup(claims: readonly ConsentClaim[], input: AuditInput): Judgement[] {
  const [first] = claims;
  if (!first) return [];
  const { scenario, system } = first;
  const sure = claims.filter((claim) => isSure(claim, input));
  const told = sure.length > 0 ? sure : claims;
  return [
    {
      verdict: sure.length > 0 ? 'fail' : 'review',
      subject: `${scenario} ${system}`,
      message: `${WHEN[scenario]} ${SYSTEM_WORDS[system]} was told that this is granted: ${list(told)}.`,
      evidence: claimEvidence(told),
      todo: 'Tell the vendor what the visitor answered: denied until there is a yes, and denied after a no.',
    },
  ];
}

/** What never was granted although the visitor agreed to everything. */
function judgeConsent(claims: readonly ConsentClaim[], heard: ReadonlySet<SignalSystem>): Judgement[] {
  const agreed = claims.filter(
    ({ scenario, type, system }) => scenario === 'accept' && heard.has(system) && KINDS[type],
  );
  const groups = Map.groupBy(agreed, ({ system, type }) => `${system} ${type}`);
  const denied = [...groups.values()].filter(
    (group) =>
      group.some(({ state }) => state === 'denied') && group.every(({ state }) => state !== 'granted'),
  );
  return [...Map.groupBy(denied.flat(), ({ system }) => system)].map(([system, group]) => ({
    verdict: 'review',
    subject: `accept ${system}`,
    message: `After the consent ${SYSTEM_WORDS[system]} was told that this is denied, and never that it is granted: ${list(group)}.`,
    evidence: claimEvidence(group),
    todo: 'Look whether the consent reaches the vendor, or whether the notice does not ask for this.',
  }));
}

/** A string that nobody can read tells vendors nothing, whatever was meant. */
function judgeUnreadable(pages: readonly PageSignals[]): Judgement[] {
  const evidence = pages.flatMap((page) => [
    ...page.sent.filter(({ problem }) => problem).map((one) => sentEvidence(page, one)),
    ...page.answered.filter(({ problem }) => problem).map((one) => answeredEvidence(page, one)),
  ]);
  if (evidence.length === 0) return [];
  return [
    {
      verdict: 'review',
      subject: 'GPP string',
      message: 'A GPP string cannot be read: vendors that get it learn nothing of the answer.',
      evidence: evidence.slice(0, 5),
      todo: 'Look which script makes the string, and have it made by the current version of the platform.',
    },
  ];
}

function judge(input: AuditInput): readonly Judgement[] {
  const { inventory } = input;
  return signalsOnly(inventory, (pages) => {
    const claims = readClaims(pages).filter(({ system }) => system !== 'tcf');
    const unreadable = judgeUnreadable(pages);
    const compared = claims.filter(({ scenario }) => WANTS[scenario] && isDone(inventory, scenario));
    if (compared.length === 0) return unreadable;
    const wrong = compared.filter((claim) => claim.state === 'granted' && isForbidden(claim, input));
    const groups = Map.groupBy(wrong, ({ scenario, system }) => `${scenario} ${system}`);
    const troubles = [
      ...[...groups.values()].flatMap((group) => judgeGroup(group, input)),
      ...judgeConsent(compared, heardSystems(pages)),
      ...unreadable,
    ];
    if (troubles.length > 0) return troubles;
    return [
      {
        verdict: 'pass',
        subject: 'consent signals',
        message: 'What vendors were told agrees with what the visitor answered.',
        evidence: claimEvidence(compared),
      },
    ];
  });
}

const audit: Audit = {
  id: 'consent-mode-truth',
  title: 'Vendors are told what the visitor answered',
  description:
    "Compares what was said to Google, Microsoft, Meta and in strings of the United States (codes in requests, commands to tags, the page's own interfaces) with the answer of each scenario: granted before a choice or after a refusal fails, denied after a consent is for a person to look at. A default for some regions alone is not held against the site. What a letter means that nobody has documented stays unknown.",
  rules: ['GCM-007', 'GCM-010', 'GPP-009', 'VND-MSUET-001', 'VND-META-002'],
  modes: ALL_MODES,
  severity: 'error',
  judge,
};

export default audit;
