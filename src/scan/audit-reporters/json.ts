import type { AuditReporter } from '../audit-reporter.ts';

/** The report as it is, for other programs. */
const json: AuditReporter = {
  id: 'json',
  file: 'audit.json',
  render: ({ report }) => `${JSON.stringify(report, null, 2)}\n`,
};

export default json;
