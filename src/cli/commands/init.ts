import type { Command } from 'commander';
import type { InitFlags } from '../actions/init.ts';
import type { CliCommand } from '../cli-command.ts';
import { configOption, DEFAULT_SCAN_DIR } from '../common-options.ts';

const EXAMPLES = `
Examples:
  avowal init                        from the scan in ${DEFAULT_SCAN_DIR}/
  avowal init scans/today            from the scan in another folder
  avowal init --dry-run              only say what would change

A value that stands in the configuration is never changed or deleted: init adds what is new, fills what you left open,
and tells you what differs. Running it twice changes nothing.`;

const init: CliCommand = {
  id: 'init',
  register: (program: Command) =>
    void program
      .command('init')
      .description('make a configuration from a scan, or bring one up to date')
      .argument('[INVENTORY]', 'inventory.json, or the folder of a scan', DEFAULT_SCAN_DIR)
      .addOption(configOption())
      .option('--dry-run', 'write nothing, only say what would change')
      .addHelpText('after', EXAMPLES)
      .action(async (inventory: string, flags: InitFlags) =>
        (await import('../actions/init.ts')).init(inventory, flags),
      ),
};

export default init;
