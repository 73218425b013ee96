// npm run blocking [-- chromium|firefox|webkit … RUNS]: tries every vector in each engine that is installed, three times by
// default, and records the results in docs/blocking, from which docs/blocking.md is made.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { ENGINES } from '../src/client/testing/engines/engines.ts';
import { mergeReports } from '../src/client/testing/vectors/merge-reports.ts';
import { observeEngine } from '../src/client/testing/vectors/observe-engine.ts';
import { recordOf } from '../src/client/testing/vectors/recorded-report.ts';
import type { EngineReport } from '../src/client/testing/vectors/report.ts';

const args = process.argv.slice(2);
/** Three are enough to see most of what does not turn out the same each time. */
const runs = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 3);
const wanted = args.filter((arg) => !/^\d+$/.test(arg));
mkdirSync('docs/blocking', { recursive: true });
for (const engine of ENGINES.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
  if (engine.missing) {
    console.error(`${engine.name}: ${engine.missing}; its results stay as they are.`);
    continue;
  }
  const reports: EngineReport[] = [];
  for (let run = 1; run <= runs; run++) {
    console.error(`${engine.name}: run ${run} of ${runs}`);
    reports.push(await observeEngine(engine));
  }
  const file = recordOf(engine.id);
  writeFileSync(file, JSON.stringify(mergeReports(reports)));
  execFileSync('biome', ['format', '--write', file]);
}
execFileSync('node', ['scripts/docs.ts'], { stdio: 'inherit' });
