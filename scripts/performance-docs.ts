// Writes docs/performance.md from the results of the client benchmark, and its method from the head of the benchmark itself.
import { existsSync, readFileSync } from 'node:fs';
import { readMethod } from './bench/client/results/read-method.ts';
import { performancePage } from './bench/client/results/write-performance-page.ts';
import { writeGenerated } from './write-generated.ts';

const RESULTS = 'docs/performance.json';

// There is no page before somebody has measured: npm run bench:client -- --save takes a quarter of an hour.
if (existsSync(RESULTS)) {
  const page = performancePage(
    JSON.parse(readFileSync(RESULTS, 'utf8')),
    readMethod(readFileSync('scripts/bench/client/run.ts', 'utf8')),
  );
  writeGenerated({ 'docs/performance.md': page }, 'npm run docs');
}
