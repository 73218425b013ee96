import { existsSync, readFileSync } from 'node:fs';
import { type AuditReport, findingKey, levelOf } from '../model/audit-report.ts';
import { AvowalError } from '../model/errors.ts';
import { writeWhole } from './inventory-file.ts';

/** Findings that a site lives with for now: a build fails only on what is not among them. */
interface Baseline {
  readonly schema: 'avowal/baseline@1';
  readonly site: string;
  /** Keys of findings, sorted. */
  readonly findings: readonly string[];
}

const isBaseline = (content: unknown): content is Baseline => {
  const { schema, findings } = (content ?? {}) as Partial<Baseline>;
  return (
    schema === 'avowal/baseline@1' &&
    Array.isArray(findings) &&
    findings.every((key) => typeof key === 'string')
  );
};

/** Reads a baseline; throws `BASELINE_MISSING` and `BASELINE_INVALID`. */
export function readBaseline(file: string): ReadonlySet<string> {
  if (!existsSync(file)) throw new AvowalError('BASELINE_MISSING', { file });
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new AvowalError('BASELINE_INVALID', { file, problem: (error as Error).message }, error);
  }
  if (!isBaseline(content))
    throw new AvowalError('BASELINE_INVALID', {
      file,
      problem: 'it has no schema "avowal/baseline@1" with a list of findings',
    });
  return new Set(content.findings);
}

/** Marks what the baseline already has. */
export const withBaseline = (report: AuditReport, known: ReadonlySet<string>): AuditReport => ({
  ...report,
  findings: report.findings.map((finding) =>
    known.has(findingKey(finding)) ? { ...finding, isKnown: true } : finding,
  ),
});

/** Writes everything that fails or needs a look into a baseline; throws `WRITE_FAILED`. */
export function writeBaseline(file: string, { site, findings }: AuditReport): void {
  const baseline: Baseline = {
    schema: 'avowal/baseline@1',
    site,
    findings: findings
      .filter((finding) => levelOf(finding) !== null)
      .map(findingKey)
      .sort(),
  };
  writeWhole(file, `${JSON.stringify(baseline, null, 2)}\n`);
}
