import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { AvowalError } from '../../model/errors.ts';
import type { CliCommand } from '../cli-command.ts';

/** Present in a checkout, left out of the published package. */
const DEMO = fileURLToPath(new URL('../../../demo/start.ts', import.meta.url));

function run(): Promise<void> {
  if (!existsSync(DEMO))
    throw new AvowalError('USAGE', {
      problem:
        'the demo site is not part of the installed package; it runs from a checkout of the repository with "npm ci && npm start".',
    });
  // Ctrl-C reaches the child through the terminal: this process only waits for it.
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  const child = spawn(process.execPath, [DEMO], { stdio: 'inherit' });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      process.off('SIGINT', ignore);
      process.exitCode = code ?? 3;
      done();
    });
  });
}

const demo: CliCommand = {
  id: 'demo',
  register: (program: Command) =>
    void program
      .command('demo', { hidden: !existsSync(DEMO) })
      .description('try everything on a small company site, without set-up and without the internet')
      .action(run),
};

export default demo;
