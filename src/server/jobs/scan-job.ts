import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRegime } from '../../knowledge/find-regime.ts';
import { type AuditReport, levelOf } from '../../model/audit-report.ts';
import type { Config } from '../../model/config.ts';
import { AvowalError } from '../../model/errors.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { judgeInventory } from '../../scan/judge-inventory.ts';
import type { ScanSettings } from '../../scan/scan-options.ts';
import { scanSite } from '../../scan/scan-site.ts';
import { writeAudit } from '../../scan/write-audit.ts';
import { SCAN_FILES, type ScanFile, type ScanFiles } from '../scans/scan-files.ts';

/** What audits compare a site with: a served configuration has all that they ask for. */
const auditable = ({ site, purposes, services, trackers, regime }: ResolvedConfig): Config => ({
  site,
  purposes: [...purposes],
  services: services.map((service) => ({ ...service, hosts: [...service.hosts] })),
  trackers: trackers.map(({ service, ...tracker }) => ({ ...tracker, ...(service && { service }) })),
  regimes: { default: regime },
});

/** What a job found, for the log. */
export interface ScanOutcome {
  readonly pages: number;
  readonly trackers: number;
  readonly errors: number;
  readonly warnings: number;
}

const count = ({ findings }: AuditReport, level: 'error' | 'warning') =>
  findings.filter((finding) => levelOf(finding) === level).length;

/**
 * Scans a site, judges it and keeps both. A scan that is stopped keeps nothing. Throws what `scanSite` throws, and
 * SCAN_INTERRUPTED.
 */
export async function scanJob(
  config: ResolvedConfig,
  scans: ScanFiles,
  settings: ScanSettings,
  signal: AbortSignal,
): Promise<ScanOutcome> {
  const outDir = await mkdtemp(join(tmpdir(), 'avowal-scan-'));
  try {
    const urls = [`https://${config.site.domains[0]}/`];
    const inventory = await scanSite({ ...settings, purposes: config.purposes, urls, outDir, signal });
    if (!inventory.complete) {
      const facts = { pages: inventory.pages.length, folder: outDir, command: 'avowal worker' };
      throw new AvowalError('SCAN_INTERRUPTED', facts);
    }
    const report = judgeInventory({
      inventory,
      config: auditable(config),
      regime: findRegime(config.regime),
    });
    writeAudit(outDir, report, ['json', 'html']);
    const read = async (file: ScanFile) => [file, await readFile(join(outDir, file), 'utf8')] as const;
    await scans.keep(
      config.site.id,
      Object.fromEntries(await Promise.all(SCAN_FILES.map(read))) as Record<ScanFile, string>,
    );
    return {
      pages: report.pages,
      trackers: inventory.trackers.length,
      errors: count(report, 'error'),
      warnings: count(report, 'warning'),
    };
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
