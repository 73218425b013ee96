import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { findRegime } from '../../knowledge/find-regime.ts';
import { regimes } from '../../knowledge/regimes/index.ts';
import { type AuditReport, type AuditSeverity, levelOf } from '../../model/audit-report.ts';
import type { Config } from '../../model/config.ts';
import { AvowalError } from '../../model/errors.ts';
import type { Inventory } from '../../model/inventory.ts';
import { isOnDomains } from '../../model/is-on-domains.ts';
import type { Regime } from '../../model/regime.ts';
import { auditReporters } from '../../scan/audit-reporters/index.ts';
import { readBaseline, withBaseline, writeBaseline } from '../../scan/baseline.ts';
import { readInventory } from '../../scan/inventory-file.ts';
import { judgeInventory } from '../../scan/judge-inventory.ts';
import { writeAudit } from '../../scan/write-audit.ts';
import { auditSummary } from '../audit-summary.ts';
import { DEFAULT_CONFIG } from '../common-options.ts';
import { fixConfig } from '../fix-config.ts';
import { requireWebUrls, type ScanFlags, untangleJson } from '../scan-flags.ts';
import { requireComplete, scanWithProgress } from '../scan-with-progress.ts';
import { openTerminal } from '../terminal.ts';

/** What it is told. */
export interface AuditFlags extends ScanFlags {
  readonly from?: string;
  readonly config?: string;
  readonly regime?: string;
  readonly failOn: AuditSeverity | 'never';
  readonly format: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly fix?: boolean;
  readonly write?: boolean;
}

const TERMINAL = 'terminal';
const FORMATS = [TERMINAL, ...auditReporters.map(({ id }) => id)];

function requireKnownFormats(formats: readonly string[]): void {
  const unknown = formats.find((name) => !FORMATS.includes(name));
  if (unknown === undefined) return;
  const problem = `There is no format "${unknown}": there are ${FORMATS.join(', ')}.`;
  throw new AvowalError('USAGE', { problem });
}

function regimeOf(wanted: string | undefined, config: Config | undefined): Regime {
  const id = wanted ?? config?.regimes?.default;
  const regime = findRegime(id);
  // A place without a regime of its own has that of its country; any other word is a mistake.
  const isMeant = !wanted || regime.id === wanted || wanted.startsWith(`${regime.id}-`);
  if (isMeant) return regime;
  const problem = `There is no regime "${wanted}": there are ${regimes.map((one) => one.id).join(', ')}.`;
  throw new AvowalError('USAGE', { problem });
}

/** The configuration that was named; else the one that lies here, where it is that of the site with this address. */
function configFileOf({ config }: AuditFlags, site: string | undefined): string | undefined {
  if (config) return config;
  if (!site || !existsSync(DEFAULT_CONFIG)) return undefined;
  const isOwn = isOnDomains(new URL(site).hostname, loadConfig(DEFAULT_CONFIG).site.domains);
  return isOwn ? DEFAULT_CONFIG : undefined;
}

/** Throws `USAGE` where there is no configuration to mend. */
function requireConfigFile(file: string | undefined): string {
  if (file) return file;
  const problem =
    '--fix needs the configuration of the site: name it with --config, or make one with "avowal init".';
  throw new AvowalError('USAGE', { problem });
}

async function inventoryOf(
  urls: readonly string[],
  flags: AuditFlags,
  showsProgress: boolean,
): Promise<Inventory> {
  if (flags.from) {
    const file = flags.from.endsWith('.json') ? flags.from : join(flags.from, 'inventory.json');
    if (!existsSync(file)) throw new AvowalError('INVENTORY_MISSING', { file });
    return readInventory(file);
  }
  const configFile = configFileOf(flags, urls[0]);
  const purposes = configFile ? loadConfig(configFile).purposes : [];
  const inventory = await scanWithProgress(urls, flags, showsProgress, purposes);
  requireComplete(inventory, flags, 'audit');
  return inventory;
}

function checkUsage(urls: readonly string[], flags: AuditFlags): void {
  const { from, resume, config, baseline, fix, write, format } = flags;
  const problem =
    from && (urls.length > 0 || resume)
      ? '--from judges a scan that is there already: leave the address and --resume away.'
      : 'audit needs the address of a site, or --from with the folder of a scan.';
  if (from ? urls.length > 0 || resume : urls.length === 0 && !resume)
    throw new AvowalError('USAGE', { problem });
  requireWebUrls(urls);
  requireKnownFormats(format);
  if (write && !fix) throw new AvowalError('USAGE', { problem: '--write goes with --fix.' });
  if (fix) requireConfigFile(config ?? (existsSync(DEFAULT_CONFIG) ? DEFAULT_CONFIG : undefined));
  // What is wrong with the files must not come out after minutes of scanning.
  if (config) loadConfig(config);
  if (baseline) readBaseline(baseline);
}

/** Whether anything counts that the baseline does not have. */
function fails({ findings }: AuditReport, failOn: AuditFlags['failOn']): boolean {
  if (failOn === 'never') return false;
  const levels = failOn === 'error' ? ['error'] : ['error', 'warning'];
  return findings.some((finding) => !finding.isKnown && levels.includes(levelOf(finding) ?? ''));
}

const isFolder = (from: string) => !from.endsWith('.json');

/** Scans a site, or takes a scan that is there, and prints and writes what the audits find. Throws USAGE, and what `scanSite` and `loadConfig` throw. */
export async function audit(given: readonly string[], tangled: AuditFlags): Promise<void> {
  const { urls, flags } = untangleJson(given, tangled);
  const terminal = openTerminal(flags);
  checkUsage(urls, flags);
  regimeOf(flags.regime, undefined);
  const inventory = await inventoryOf(urls, flags, terminal.showsProgress);
  const configFile = configFileOf(flags, inventory.site);
  const config = configFile ? loadConfig(configFile) : undefined;
  const regime = regimeOf(flags.regime, config);
  const judged = judgeInventory({ inventory, ...(config && { config }), regime });
  const report = flags.baseline ? withBaseline(judged, readBaseline(flags.baseline)) : judged;
  if (flags.writeBaseline) writeBaseline(flags.writeBaseline, report);
  const folder = flags.from ? (isFolder(flags.from) ? flags.from : flags.out) : (flags.resume ?? flags.out);
  const written = writeAudit(folder, report, flags.format);

  terminal.printJson(report);
  if (flags.format.includes(TERMINAL)) terminal.print(auditSummary(report, terminal.style));
  if (!config)
    terminal.print(
      '\nWithout a configuration (--config) it is judged by what is known of each tracker, and declarations are not compared.',
    );
  if (written.length > 0) terminal.print(`\nWritten: ${written.join(', ')}`);
  if (flags.writeBaseline) terminal.print(`Baseline: ${flags.writeBaseline}`);
  if (flags.fix)
    fixConfig(requireConfigFile(configFile), { inventory, regime }, terminal, flags.write === true);
  if (fails(report, flags.failOn)) process.exitCode = 1;
}
