// npm run check: everything that must hold before a commit. "-- --static" leaves the tests out.
import { spawnSync } from 'node:child_process';

const CHECKS: readonly (readonly [what: string, ...command: string[]])[] = [
  ['Generated registries are current', 'node', 'scripts/registries.ts', '--check'],
  ['Configuration types match the schema', 'node', 'scripts/config-types.ts', '--check'],
  ['The guard of workers is current', 'node', 'scripts/worker-guard.ts', '--check'],
  ['Generated docs are current', 'node', 'scripts/docs.ts', '--check'],
  ['Floors compile, bundles are within budget', 'node', 'scripts/build.ts'],
  ['The figures of the README are true', 'node', 'scripts/readme-figures.ts', '--check'],
  ['Tests, scripts and demo type-check', 'tsc', '-p', 'tsconfig.all.json'],
  ['The worker type-checks', 'tsc', '-p', 'examples/cloudflare-worker/tsconfig.json'],
  ['Lint and format', 'biome', 'check', '.'],
  ['No dead code', 'knip'],
  ['The package is well formed', 'publint', '--strict'],
  ...(process.argv.includes('--static') ? [] : [['Tests', 'npm', 'test'] as const]),
];

let failed = 0;
for (const [what, command, ...args] of CHECKS) {
  const { status, stdout, stderr } = spawnSync(command as string, args, { encoding: 'utf8' });
  console.log(`${status === 0 ? '✓' : '✗'} ${what}`);
  if (status !== 0) {
    failed += 1;
    console.log(`${stdout}${stderr}`);
  }
}
console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
