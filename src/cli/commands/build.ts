import type { Command } from 'commander';
import type { BuildFlags } from '../actions/build.ts';
import type { CliCommand } from '../cli-command.ts';
import { configOption, DEFAULT_SCAN_DIR } from '../common-options.ts';

const EXAMPLES = `
Examples:
  avowal build --out public
  avowal build --out public --base /shop --inline
  avowal build --out public --server https://consent.example.org

Writes the scripts of the site, its cookie policy in every language, and snippet.html: what to put first in <head>.
Build again after each change of the configuration, and after an update of Avowal.

With --server the server has to run with the same configuration: it signs the copies, so that it knows the answers again. Where it
does not run yet, name its data folder with --data.

Without --server nothing receives what visitors answer: the choice works and stays in each visitor's browser, but no record
of it is kept, and you cannot prove a consent.`;

const build: CliCommand = {
  id: 'build',
  register: (program: Command) =>
    void program
      .command('build')
      .description('write scripts and policy as static files, for a site without a server')
      .addOption(configOption())
      .requiredOption('-o, --out <DIR>', 'folder to write to')
      .option('--inline', 'put the whole strict script into the snippet, and print its hash')
      .option('--base <PATH>', 'where the folder will be on the site', '')
      .option('--server <URL>', 'server that runs the notice and keeps records')
      .option('--data <DIR>', 'data folder of that server, if it is on this machine and does not run')
      .option('--scan <DIR>', 'folder of the last scan, for its date', DEFAULT_SCAN_DIR)
      .addHelpText('after', EXAMPLES)
      .action(async (flags: BuildFlags) => (await import('../actions/build.ts')).build(flags)),
};

export default build;
