import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const EXAMPLES = join(import.meta.dirname, '..');
const ROOT = join(EXAMPLES, '..');
const modified = (file: string) => statSync(join(EXAMPLES, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs the frameworks as the lock file says, once; returns why it could not where no registry answers. */
function installFrameworks(): string {
  if (modified('node_modules/.package-lock.json') > modified('package-lock.json')) return '';
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  const { status, stderr } = spawnSync('npm', args, { cwd: EXAMPLES, encoding: 'utf8' });
  if (status === 0) return '';
  const code = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH/.exec(stderr)?.[0];
  if (!code) throw new Error(stderr);
  return `the npm registry could not be reached (${code})`;
}

/** Puts this checkout's package among the installed ones, as `npm install avowal` would. */
function installAvowal(): void {
  execFileSync('tsc', ['-b', 'src/adapters'], { cwd: ROOT, stdio: 'inherit' });
  execFileSync('node', ['scripts/bundle.ts'], { cwd: ROOT, stdio: 'ignore' });
  const target = join(EXAMPLES, 'node_modules/avowal');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const part of ['package.json', 'dist/model', 'dist/adapters']) {
    cpSync(join(ROOT, part), join(target, part), { recursive: true });
  }
}

/** Installs what the examples need; returns why it could not where no registry answers. Throws when it fails otherwise. */
export function installExamples(): string {
  const missing = installFrameworks();
  if (!missing) installAvowal();
  return missing;
}
