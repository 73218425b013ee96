import { type Command, Option } from 'commander';
import { AvowalError } from '../../model/errors.ts';
import { SCENARIOS, type Scenario } from '../../model/inventory.ts';
import { scanSite } from '../../scan/scan-site.ts';
import type { CliCommand } from '../cli-command.ts';
import { collect, DEFAULT_SCAN_DIR, wholeNumber } from '../common-options.ts';
import { resumeCommand } from '../resume-command.ts';
import { showScanProgress } from '../scan-progress.ts';
import { scanSummary } from '../scan-summary.ts';
import { type CommonOptions, openTerminal } from '../terminal.ts';

/** Options of `avowal scan` as Commander hands them over. */
export interface ScanFlags extends CommonOptions {
  readonly maxPages: number;
  readonly concurrency: number;
  readonly scenarios: readonly Scenario[];
  readonly resolve?: readonly string[];
  readonly insecure?: boolean;
  readonly allowPrivate?: boolean;
  readonly storageState?: string;
  readonly browser?: string;
  readonly out: string;
  readonly resume?: string;
}

const EXAMPLES = `
Examples:
  avowal scan https://www.example.org/
  avowal scan https://www.example.org/ --max-pages 10 --out scans/today
  avowal scan http://localhost:3000/ --allow-private
  avowal scan --resume avowal-scan

Each page is opened in a fresh browser for each scenario: without a choice, after accepting, after rejecting. Forms are
never submitted, and robots.txt is respected. Ctrl-C keeps what was found; a second one quits at once.`;

function parseScenarios(text: string): Scenario[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !SCENARIOS.includes(name as Scenario));
  if (unknown === undefined) return names as Scenario[];
  const problem = `There is no scenario "${unknown}": there are ${SCENARIOS.join(', ')}.`;
  throw new AvowalError('USAGE', { problem });
}

function checkUrls(urls: readonly string[], flags: ScanFlags): void {
  if (urls.length === 0 && !flags.resume)
    throw new AvowalError('USAGE', {
      problem: 'scan needs the address of a site, such as "avowal scan https://www.example.org/".',
    });
  for (const url of urls) {
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw new AvowalError('URL_INVALID', { url });
  }
}

/** The first Ctrl-C stops gently, the second at once. */
function onInterrupt(first: () => void): () => void {
  let isSecond = false;
  const listener = () => {
    if (isSecond) process.exit(3);
    isSecond = true;
    first();
  };
  process.on('SIGINT', listener);
  return () => process.off('SIGINT', listener);
}

async function run(given: readonly string[], flags: ScanFlags): Promise<void> {
  // "--json URL" takes the address for the name of a file.
  const isUrl = typeof flags.json === 'string' && /^https?:/i.test(flags.json);
  const urls = isUrl ? [...given, flags.json as string] : given;
  const terminal = openTerminal(isUrl ? { ...flags, json: true } : flags);
  checkUrls(urls, flags);
  const { maxPages, concurrency, scenarios, resolve, insecure, allowPrivate, storageState, browser } = flags;
  const outDir = flags.resume ?? flags.out;

  const interrupt = new AbortController();
  const progress = showScanProgress(terminal.showsProgress);
  const ignoreInterrupt = onInterrupt(() => {
    progress.say('Stopping: what was found is kept. Press Ctrl-C again to quit at once.');
    interrupt.abort();
  });
  const inventory = await scanSite({
    urls,
    outDir,
    maxPages,
    concurrency,
    scenarios,
    ...(resolve && { resolve }),
    ...(insecure && { insecure }),
    ...(allowPrivate && { allowPrivate }),
    ...(storageState && { storageState }),
    ...(browser && { browser }),
    ...(flags.resume && { resume: true }),
    signal: interrupt.signal,
    onProgress: progress.show,
  }).finally(() => {
    progress.stop();
    ignoreInterrupt();
  });

  terminal.printJson(inventory);
  terminal.print(scanSummary(inventory, outDir, terminal.style));
  if (!inventory.complete) {
    const facts = { pages: inventory.pages.length, folder: outDir, command: resumeCommand(outDir, flags) };
    throw new AvowalError('SCAN_INTERRUPTED', facts);
  }
  terminal.print(
    `\nNext: look at the report, then run "avowal init${outDir === DEFAULT_SCAN_DIR ? '' : ` ${outDir}`}".`,
  );
}

const scan: CliCommand = {
  id: 'scan',
  register: (program: Command) =>
    void program
      .command('scan')
      .description('see what a site stores and sends, before and after each answer')
      .argument('[URL...]', 'address of the site; more addresses are pages to begin with')
      .option('--max-pages <N>', 'pages to visit in each scenario', wholeNumber(1, 10_000), 50)
      .option('--concurrency <N>', 'browsers at the same time', wholeNumber(1, 16), 2)
      .addOption(
        new Option('--scenarios <LIST>', 'what the visitor does')
          .argParser(parseScenarios)
          .default([...SCENARIOS], SCENARIOS.join()),
      )
      .option(
        '--resolve <HOST=ADDR:PORT>',
        'connect there for this host; * = every host (repeatable)',
        collect,
      )
      .option('--insecure', 'accept certificates that nobody signed')
      .option('--allow-private', 'let the scan reach private and loopback addresses')
      .option(
        '--storage-state <FILE>',
        'cookies and storage of a signed-in visitor, as Playwright writes them',
      )
      .option('--browser <FILE>', 'browser to use (default: AVOWAL_BROWSER, then what is installed)')
      .option('--out <DIR>', 'folder for inventory.json, report.html and screenshots', DEFAULT_SCAN_DIR)
      .option('--resume <DIR>', 'go on with the interrupted scan in this folder')
      .addHelpText('after', EXAMPLES)
      .action(run),
};

export default scan;
