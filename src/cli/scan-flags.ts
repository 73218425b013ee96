import { type Command, Option } from 'commander';
import { AvowalError } from '../model/errors.ts';
import { DEFAULT_SCENARIOS, SCENARIOS, type Scenario } from '../model/inventory.ts';
import { DEFAULT_TABS, type ScanSettings } from '../scan/scan-options.ts';
import { collect, DEFAULT_SCAN_DIR, wholeNumber } from './common-options.ts';
import type { CommonOptions } from './terminal.ts';

/** Options that say how a site is scanned, as Commander hands them over. */
export interface ScanSettingFlags extends CommonOptions {
  readonly maxPages: number;
  readonly concurrency: number;
  readonly tabs: number;
  readonly delay?: number;
  readonly scenarios: readonly Scenario[];
  readonly resolve?: readonly string[];
  readonly insecure?: boolean;
  readonly allowPrivate?: boolean;
  readonly storageState?: string;
  readonly browser?: string;
}

/** Options of every command that scans into a folder. */
export interface ScanFlags extends ScanSettingFlags {
  readonly out: string;
  readonly resume?: string;
}

function parseScenarios(text: string): Scenario[] {
  if (text === 'all') return [...SCENARIOS];
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !SCENARIOS.includes(name as Scenario));
  if (unknown === undefined) return names as Scenario[];
  const problem = `There is no scenario "${unknown}": there are ${SCENARIOS.join(', ')}, and all.`;
  throw new AvowalError('USAGE', { problem });
}

/** Adds what says how a site is scanned. */
export const addScanSettings = (
  command: Command,
  scenarios: readonly Scenario[] = DEFAULT_SCENARIOS,
): Command =>
  command
    .option(
      '--max-pages <N>',
      'pages to visit in each scenario, of every template before a second one',
      wholeNumber(1, 10_000),
      50,
    )
    .option('--concurrency <N>', 'scenarios at the same time, a browser for each', wholeNumber(1, 16), 2)
    .option(
      '--tabs <N>',
      'pages at the same time in each scenario, as tabs of one visitor',
      wholeNumber(1, 16),
      DEFAULT_TABS,
    )
    .option(
      '--delay <MS>',
      'milliseconds between pages, over all scenarios (default: what robots.txt asks for, 2000 at most)',
      wholeNumber(0, 60_000),
    )
    .addOption(
      new Option(
        '--scenarios <LIST>',
        `what the visitor does, each in a fresh browser: ${SCENARIOS.join(', ')}, or all`,
      )
        .argParser(parseScenarios)
        .default([...scenarios], scenarios.join()),
    )
    .option('--resolve <HOST=ADDR:PORT>', 'connect there for this host; * = every host (repeatable)', collect)
    .option('--insecure', 'accept certificates that nobody signed')
    .option('--allow-private', 'let the scan reach private and loopback addresses')
    .option('--storage-state <FILE>', 'cookies and storage of a signed-in visitor, as Playwright writes them')
    .option('--browser <FILE>', 'browser to use (default: AVOWAL_BROWSER, then what is installed)');

/** Adds that, which site is scanned, and where the scan goes. */
export const addScanOptions = (
  command: Command,
  scenarios: readonly Scenario[] = DEFAULT_SCENARIOS,
): Command =>
  addScanSettings(command, scenarios)
    .argument('[URL...]', 'address of the site; more addresses are pages to begin with')
    .option('--out <DIR>', 'folder for inventory.json, report.html and screenshots', DEFAULT_SCAN_DIR)
    .option('--resume <DIR>', 'go on with the interrupted scan in this folder');

/** Throws `URL_INVALID` for the first that is no web address. */
export function requireWebUrls(urls: readonly string[]): void {
  for (const url of urls) {
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw new AvowalError('URL_INVALID', { url });
  }
}

/** "--json URL" takes the address for the name of a file: puts it back among the addresses. */
export function untangleJson<F extends CommonOptions>(
  given: readonly string[],
  flags: F,
): { readonly urls: readonly string[]; readonly flags: F } {
  const { json } = flags;
  if (typeof json !== 'string' || !/^https?:/i.test(json)) return { urls: given, flags };
  return { urls: [...given, json], flags: { ...flags, json: true } };
}

/** The same as the scanner takes it. */
export function scanSettings(flags: ScanSettingFlags): ScanSettings {
  const {
    maxPages,
    concurrency,
    tabs,
    delay,
    scenarios,
    resolve,
    insecure,
    allowPrivate,
    storageState,
    browser,
  } = flags;
  return {
    maxPages,
    concurrency,
    tabs,
    ...(delay !== undefined && { delayMilliseconds: delay }),
    scenarios,
    ...(resolve && { resolve }),
    ...(insecure && { insecure }),
    ...(allowPrivate && { allowPrivate }),
    ...(storageState && { storageState }),
    ...(browser && { browser }),
  };
}
