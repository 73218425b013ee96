import { type Command, Option } from 'commander';
import type { PolicyFlags } from '../actions/policy.ts';
import type { CliCommand } from '../cli-command.ts';
import { configOption, DEFAULT_SCAN_DIR } from '../common-options.ts';

const EXAMPLES = `
Examples:
  avowal policy --format md --locale de > cookie-policy.md
  avowal policy --server https://consent.example.org --out public/cookies.html

The page of "avowal serve" is always current; this one is as old as the moment you made it.`;

const policy: CliCommand = {
  id: 'policy',
  register: (program: Command) =>
    void program
      .command('policy')
      .description('write the cookie policy as a web page, Markdown or JSON')
      .addOption(configOption())
      .addOption(
        new Option('--format <FORMAT>', 'what to write').choices(['html', 'md', 'json']).default('html'),
      )
      .option('--locale <TAG>', 'language (default: the first of the configuration)')
      .option('--server <URL>', 'address of the server that runs the notice', '')
      .option('--scan <DIR>', 'folder of the last scan, for its date', DEFAULT_SCAN_DIR)
      .option('-o, --out <FILE>', 'write to a file instead of standard output')
      .addHelpText('after', EXAMPLES)
      .action(async (flags: PolicyFlags) => (await import('../actions/policy.ts')).policy(flags)),
};

export default policy;
