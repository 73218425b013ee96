import type { AuditReport } from '../../model/audit-report.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { ScanFiles } from './scan-files.ts';

const parse = (text: string | undefined): Record<string, unknown> | undefined => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};

/** The inventory of the last scan of a site; `undefined` for anything else that is there. */
export async function readInventory(scans: ScanFiles, site: string): Promise<Inventory | undefined> {
  const value = parse(await scans.read(site, 'inventory.json'));
  const isWhole = ['trackers', 'pages', 'services'].every((name) => Array.isArray(value?.[name]));
  return value?.schema === 'avowal/inventory@1' && isWhole ? (value as unknown as Inventory) : undefined;
}

/** The verdicts on the last scan of a site; `undefined` for anything else that is there. */
export async function readAudit(scans: ScanFiles, site: string): Promise<AuditReport | undefined> {
  const value = parse(await scans.read(site, 'audit.json'));
  return value?.schema === 'avowal/audit@1' && Array.isArray(value.findings)
    ? (value as unknown as AuditReport)
    : undefined;
}
