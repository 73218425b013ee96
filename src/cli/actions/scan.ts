import { AvowalError } from '../../model/errors.ts';
import { DEFAULT_SCAN_DIR } from '../common-options.ts';
import { requireWebUrls, type ScanFlags, untangleJson } from '../scan-flags.ts';
import { scanSummary } from '../scan-summary.ts';
import { requireComplete, scanWithProgress } from '../scan-with-progress.ts';
import { openTerminal } from '../terminal.ts';

/** Scans a site, and prints what it stores and sends. Throws USAGE, `URL_INVALID`, `SCAN_INTERRUPTED`, and what `scanSite` throws. */
export async function scan(given: readonly string[], tangled: ScanFlags): Promise<void> {
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
