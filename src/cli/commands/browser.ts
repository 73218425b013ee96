import type { Command } from 'commander';
import { findBrowser } from '../../scan/browser/find-browser.ts';
import type { CliCommand } from '../cli-command.ts';
import { plainText } from '../plain-text.ts';
import { type CommonOptions, openTerminal } from '../terminal.ts';

const EXAMPLES = `
Tries Playwright's download first, then the system's package manager, and says each step. Does nothing where a browser is
found; --force gets another one.`;

interface InstallFlags extends CommonOptions {
  readonly force?: boolean;
}

async function install(flags: InstallFlags): Promise<void> {
  const terminal = openTerminal(flags);
  const there = flags.force ? undefined : findBrowser();
  if (there) {
    terminal.printJson(there);
    terminal.print(`${there.name} is there already: ${there.executablePath}`);
    return;
  }
  // Loaded only here: Playwright takes as long to load as all the rest.
  const { installBrowser } = await import('../../scan/browser/install-browser.ts');
  terminal.printJson(await installBrowser((line) => terminal.print(plainText(line))));
}

const browser: CliCommand = {
  id: 'browser',
  register: (program: Command) =>
    void program
      .command('browser')
      .description('the browser that scans use')
      .command('install')
      .description('get a browser, where the machine has none')
      .option('--force', 'get one even where a browser is found')
      .addHelpText('after', EXAMPLES)
      .action(install),
};

export default browser;
