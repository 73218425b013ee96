import { type AuditReport, findingKey } from '../src/model/audit-report.ts';

/** How the findings of one site compare with the truth about it. */
export interface Score {
  /** Expected and found. */
  readonly hits: number;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
}

/** Compares every failure and every thing to look at with the truth. */
export function scoreReport({ findings }: AuditReport, expected: readonly string[]): Score {
  const found = findings
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'review')
    .map((finding) => `${finding.verdict} ${findingKey(finding).replace(` ${finding.verdict} `, ' ')}`);
  const hits = expected.filter((key) => found.includes(key)).length;
  return {
    hits,
    missed: expected.filter((key) => !found.includes(key)),
    invented: found.filter((key) => !expected.includes(key)),
  };
}

/** Everything that a report says, line by line. */
export const reportLines = ({ findings }: AuditReport): string[] =>
  findings.map((finding) => `${findingKey(finding)} (${finding.severity}): ${finding.message}`);

const percent = (part: number, whole: number) => `${(whole === 0 ? 100 : (100 * part) / whole).toFixed(1)} %`;

/** The last line: over all sites together. */
export function sumUp(scores: readonly Score[]): { readonly line: string; readonly isGood: boolean } {
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
  const hits = sum((score) => score.hits);
  const missed = sum((score) => score.missed.length);
  const invented = sum((score) => score.invented.length);
  return {
    line: `fleet: recall ${percent(hits, hits + missed)} precision ${percent(hits, hits + invented)}`,
    isGood: hits >= 0.98 * (hits + missed) && hits >= 0.98 * (hits + invented),
  };
}
