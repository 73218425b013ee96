// npm test: gets a browser where there is none, builds the bundles that the tests use, and runs every test.
import { spawnSync } from 'node:child_process';
import { findBrowser } from '../src/scan/browser/find-browser.ts';
import { installBrowser } from '../src/scan/browser/install-browser.ts';

const run = (command: string, ...args: string[]) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

if (!findBrowser()) await installBrowser((line) => console.error(line));
run('node', 'scripts/bundle.ts');
run('vitest', 'run', ...process.argv.slice(2));
