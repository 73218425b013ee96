import { type Command, Option } from 'commander';
import { AUDIT_SCENARIOS } from '../../model/inventory.ts';
import type { AuditFlags } from '../actions/audit.ts';
import type { CliCommand } from '../cli-command.ts';
import { DEFAULT_CONFIG } from '../common-options.ts';
import { addScanOptions } from '../scan-flags.ts';

const EXAMPLES = `
Examples:
  avowal audit https://www.example.org/
  avowal audit --from avowal-scan --regime us-ca
  avowal audit https://www.example.org/ --fail-on warning --format terminal,sarif,junit
  avowal audit --from avowal-scan --write-baseline audit-baseline.json
  avowal audit https://www.example.org/ --baseline audit-baseline.json
  avowal audit --from avowal-scan --fix

A finding is an error (the promise to the visitor is broken), a warning, or a review: a person must look, and it counts as
a warning. With a baseline only what is new counts. Exit codes: 0 nothing that counts, 1 findings at or above --fail-on,
2 wrong usage or configuration, 3 could not do it.`;

const audit: CliCommand = {
  id: 'audit',
  register: (program: Command) =>
    void addScanOptions(
      program.command('audit').description('prove, with evidence, whether a site keeps its word'),
      AUDIT_SCENARIOS,
    )
      .option('--from <DIR>', 'judge the scan in this folder again, without a browser')
      .option(
        '-c, --config <FILE>',
        `configuration of the site (default: ${DEFAULT_CONFIG}, if it is its own)`,
      )
      .option('--regime <ID>', 'judge by the rules of this place (default: the configuration, else eu)')
      .addOption(
        new Option('--fail-on <LEVEL>', 'least that ends with exit code 1')
          .choices(['error', 'warning', 'never'])
          .default('error'),
      )
      .addOption(
        new Option('--format <LIST>', 'how to report: terminal, html, json, junit, sarif')
          .argParser((text) => text.split(',').map((name) => name.trim()))
          .default(['terminal', 'html', 'json'], 'terminal,html,json'),
      )
      .option('--baseline <FILE>', 'findings that do not count any more')
      .option('--write-baseline <FILE>', 'write what is found now as the baseline')
      .option('--fix', 'show, as a diff, how the configuration would mend what it can mend')
      .option('--write', 'with --fix: write it into the configuration')
      .addHelpText('after', EXAMPLES)
      .action(async (urls: readonly string[], flags: AuditFlags) =>
        (await import('../actions/audit.ts')).audit(urls, flags),
      ),
};

export default audit;
