import type { AuditReport } from '../model/audit-report.ts';

/** What an audit reporter works from. */
export interface AuditReportInput {
  readonly report: AuditReport;
  /** Pictures by the file name that the evidence gives: `data:` URLs. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** One format of what the audits say: one file each in `audit-reporters/`. */
export interface AuditReporter {
  /** Equal to its file name: what `--format` takes. */
  readonly id: string;
  /** Name of the file beside the inventory. */
  readonly file: string;
  render(input: AuditReportInput): string;
}
