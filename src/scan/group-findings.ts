import type { AuditFinding } from '../model/audit-report.ts';
import { audits } from './audits/index.ts';

/** What one audit found, so that what is the same for all of it is said once. */
export interface FindingGroup {
  /** Id of the audit. */
  readonly audit: string;
  /** What would hold if it passed. */
  readonly title: string;
  readonly rules: readonly string[];
  readonly findings: readonly AuditFinding[];
  /** How many of which kind, such as `2 errors, 1 to look at`. */
  readonly found: string;
  /** What to do about most of them. */
  readonly todo: string;
}

function foundIn(findings: readonly AuditFinding[]): string {
  const count = (kind: string) =>
    findings.filter(({ verdict, severity }) => (verdict === 'fail' ? severity : verdict) === kind).length;
  const [errors, warnings, reviews] = [count('error'), count('warning'), count('review')];
  return [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
    ...(reviews > 0 ? [`${reviews} to look at`] : []),
  ].join(', ');
}

function commonest(todos: readonly string[]): string {
  const counts = Map.groupBy(todos, (todo) => todo);
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
}

/** Findings by audit, in the order in which each audit comes first. */
export function groupFindings(findings: readonly AuditFinding[]): FindingGroup[] {
  const groups = Map.groupBy(findings, ({ audit }) => audit);
  return [...groups].map(([audit, own]) => {
    return {
      audit,
      title: audits.find(({ id }) => id === audit)?.title ?? audit,
      rules: [...new Set(own.flatMap(({ rules }) => rules))],
      findings: own,
      found: foundIn(own),
      todo: commonest(own.map(({ todo }) => todo)),
    };
  });
}
