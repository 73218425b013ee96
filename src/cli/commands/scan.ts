import type { Command } from 'commander';
import { AvowalError } from '../../model/errors.ts';
import type { CliCommand } from '../cli-command.ts';
import { DEFAULT_SCAN_DIR } from '../common-options.ts';
import {
  addScanOptions,
  requireComplete,
  requireWebUrls,
  type ScanFlags,
  scanWithProgress,
  untangleJson,
} from '../scan-flags.ts';
import { scanSummary } from '../scan-summary.ts';
import { openTerminal } from '../terminal.ts';

const EXAMPLES = `
Examples:
  avowal scan https://www.example.org/
  avowal scan https://www.example.org/ --max-pages 10 --out scans/today
  avowal scan http://localhost:3000/ --allow-private
  avowal scan --resume avowal-scan

Each scenario has a fresh browser: without a choice, after accepting, after rejecting. Its pages are opened in a few tabs
at once, in an order that does not depend on which is faster; --tabs 1 opens one after the other. Forms are
never submitted, and robots.txt is respected. Ctrl-C keeps what was found; a second one quits at once.`;

async function run(given: readonly string[], tangled: ScanFlags): Promise<void> {
  const { urls, flags } = untangleJson(given, tangled);
  const terminal = openTerminal(flags);
  if (urls.length === 0 && !flags.resume)
    throw new AvowalError('USAGE', {
      problem: 'scan needs the address of a site, such as "avowal scan https://www.example.org/".',
    });
  requireWebUrls(urls);
  const outDir = flags.resume ?? flags.out;
  const inventory = await scanWithProgress(urls, flags, terminal.showsProgress);
  terminal.printJson(inventory);
  terminal.print(scanSummary(inventory, outDir, terminal.style));
  requireComplete(inventory, flags, 'scan');
  terminal.print(
    `\nNext: look at the report, then run "avowal init${outDir === DEFAULT_SCAN_DIR ? '' : ` ${outDir}`}".`,
  );
}

const scan: CliCommand = {
  id: 'scan',
  register: (program: Command) =>
    void addScanOptions(
      program.command('scan').description('see what a site stores and sends, before and after each answer'),
    )
      .addHelpText('after', EXAMPLES)
      .action(run),
};

export default scan;
