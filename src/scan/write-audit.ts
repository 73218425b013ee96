import { join } from 'node:path';
import type { AuditReport } from '../model/audit-report.ts';
import { auditReporters } from './audit-reporters/index.ts';
import { writeWhole } from './inventory-file.ts';
import { readPictures } from './read-pictures.ts';

/** Writes the wanted formats into the folder of the scan; returns the files written. Throws `WRITE_FAILED`. */
export function writeAudit(folder: string, report: AuditReport, formats: readonly string[]): string[] {
  const files = report.findings.flatMap(({ evidence }) =>
    evidence.flatMap(({ screenshot }) => screenshot ?? []),
  );
  const pictures = readPictures(folder, files);
  return auditReporters
    .filter(({ id }) => formats.includes(id))
    .map((reporter) => {
      const file = join(folder, reporter.file);
      writeWhole(file, reporter.render({ report, pictures }));
      return file;
    });
}
