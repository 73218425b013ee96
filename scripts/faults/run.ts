// npm run test:faults: real servers and a real database under load, killed and starved in several ways, and afterwards every
// record that was acknowledged is looked for. --short tries each a few times; --outage SECONDS says how long the database is
// stopped; names of faults as arguments try only these.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Fault } from './fault.ts';
import fullDisk from './full-disk.ts';
import killForwarder from './kill-forwarder.ts';
import killPrimary from './kill-primary.ts';
import killServer from './kill-server.ts';
import powerCut from './power-cut.ts';
import stopDatabase from './stop-database.ts';
import { addTallies, type Tally } from './tally.ts';

const FAULTS: Readonly<Record<string, Fault>> = {
  'kill-server': killServer,
  'kill-primary': killPrimary,
  'stop-database': stopDatabase,
  'full-disk': fullDisk,
  'kill-forwarder': killForwarder,
  'power-cut': powerCut,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false }, outage: { type: 'string' } },
});
const outage = Number(values.outage ?? (values.short ? 5 : 60));
const unknown = positionals.filter((name) => !(name in FAULTS));
if (unknown.length > 0 || !(outage > 0)) {
  console.error(
    `Usage: npm run test:faults -- [--short] [--outage SECONDS] [${Object.keys(FAULTS).join(' | ')}]`,
  );
  process.exit(2);
}

if (spawnSync('node', ['scripts/bundle.ts'], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
  process.exit(3);

async function tryFault(name: string, fault: Fault): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'avowal-faults-'));
  const began = Date.now();
  const failed = (error: Error): Tally => ({ ...addTallies([]), problems: [error.stack ?? error.message] });
  try {
    const tally = await fault.run({ folder, outage, isShort: values.short }).catch(failed);
    const { acknowledged, lost, duplicated, problems, notes } = tally;
    const isGood = acknowledged > 0 && lost === 0 && duplicated === 0 && problems.length === 0;
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`${isGood ? '✓' : '✗'} ${name}: ${fault.about} (${seconds} s)`);
    console.log(
      `    ${[`acknowledged ${acknowledged}`, `lost ${lost}`, `duplicated ${duplicated}`, ...notes].join(' · ')}`,
    );
    for (const problem of problems.slice(0, 20)) console.log(`    ${problem}`);
    if (acknowledged === 0 && problems.length === 0)
      return { ...tally, problems: [...problems, 'nothing was acknowledged'] };
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tallies: Tally[] = [];
for (const [name, fault] of Object.entries(FAULTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  if (fault.missing) console.log(`– ${name}: ${fault.about} (skipped: ${fault.missing})`);
  else tallies.push(await tryFault(name, fault));
}
const { acknowledged, lost, duplicated, problems } = addTallies(tallies);
if (problems.length > 0) console.log(`${problems.length} problems`);
console.log(`faults: lost ${lost} duplicated ${duplicated} acknowledged ${acknowledged}`);
process.exit(lost === 0 && duplicated === 0 && problems.length === 0 && acknowledged > 0 ? 0 : 1);
