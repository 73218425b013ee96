import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('./peers/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

/** Whether what is installed is what the lock file says. */
function isInstalled(): boolean {
  if (!existsSync(new URL('node_modules/.package-lock.json', FOLDER))) return false;
  const { packages } = JSON.parse(read('node_modules/.package-lock.json'));
  const { dependencies } = JSON.parse(read('package.json'));
  return Object.entries(dependencies).every(
    ([name, version]) => packages[`node_modules/${name}`]?.version === version,
  );
}

/** Installs the peers into a folder of their own, from its lock file; no script of theirs runs. */
export function installPeers(): void {
  if (isInstalled()) return;
  console.error('Installing the tools to measure beside Avowal …');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: fileURLToPath(FOLDER),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The peers could not be installed:\n${stderr}`);
}
