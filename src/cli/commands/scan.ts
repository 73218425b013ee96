import type { Command } from 'commander';
import type { CliCommand } from '../cli-command.ts';
import { addScanOptions, type ScanFlags } from '../scan-flags.ts';

const EXAMPLES = `
Examples:
  avowal scan https://www.example.org/
  avowal scan https://www.example.org/ --max-pages 10 --out scans/today
  avowal scan http://localhost:3000/ --allow-private
  avowal scan --resume avowal-scan

Each scenario has a fresh browser: without a choice, after accepting, after rejecting. Its pages are opened in a few tabs
at once, in an order that does not depend on which is faster; --tabs 1 opens one after the other. Forms are
never submitted, and robots.txt is respected. Ctrl-C keeps what was found; a second one quits at once.`;

const scan: CliCommand = {
  id: 'scan',
  register: (program: Command) =>
    void addScanOptions(
      program.command('scan').description('see what a site stores and sends, before and after each answer'),
    )
      .addHelpText('after', EXAMPLES)
      .action(async (urls: readonly string[], flags: ScanFlags) =>
        (await import('../actions/scan.ts')).scan(urls, flags),
      ),
};

export default scan;
