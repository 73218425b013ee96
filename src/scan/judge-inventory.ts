import { regimes } from '../knowledge/regimes/index.ts';
import type { AuditFinding, AuditReport, Verdict } from '../model/audit-report.ts';
import type { Audit, AuditInput } from './audit.ts';
import { audits } from './audits/index.ts';

const ORDER: readonly Verdict[] = ['fail', 'review', 'pass', 'inapplicable'];

const rank = ({ verdict, severity }: AuditFinding) =>
  ORDER.indexOf(verdict) * 2 + (severity === 'error' ? 0 : 1);

const regimesOf = ({ modes }: Audit) => {
  const all = regimes.filter(({ mode }) => modes.includes(mode)).map(({ id }) => id);
  return all.length === regimes.length ? [] : all;
};

function findingsOf(audit: Audit, input: AuditInput): AuditFinding[] {
  const { id, rules, severity, modes } = audit;
  const common = { audit: id, severity, rules, regimes: regimesOf(audit), todo: '' };
  if (modes.includes(input.regime.mode))
    return audit.judge(input).map((judgement) => ({ ...common, ...judgement }));
  return [
    {
      ...common,
      verdict: 'inapplicable',
      subject: 'regime',
      message: `The regime "${input.regime.name}" does not ask for this.`,
      evidence: [{ text: `${input.regime.id} is ${input.regime.mode}` }],
    },
  ];
}

/** Judges a scan by every audit: a pure function, so that a saved scan can be judged again, offline. */
export function judgeInventory(input: AuditInput): AuditReport {
  const { inventory, regime } = input;
  return {
    schema: 'avowal/audit@1',
    site: inventory.site,
    regime: regime.id,
    scannedAt: inventory.finishedAt,
    browser: inventory.browser,
    complete: inventory.complete,
    pages: new Set(inventory.pages.map(({ url }) => url)).size,
    scenarios: inventory.scenarios,
    findings: audits
      .flatMap((audit) => findingsOf(audit, input))
      // The order of audits and subjects stays where the rank is the same.
      .sort((a, b) => rank(a) - rank(b)),
  };
}
