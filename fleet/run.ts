// npm run test:fleet: scans and judges every site of the fleet, and compares what was found with the truth.
// Names of sites as arguments scan only these; --repeat N does it N times and fails where two times differ.
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findRegime } from '../src/knowledge/find-regime.ts';
import type { AuditReport } from '../src/model/audit-report.ts';
import { DEFAULT_SCENARIOS } from '../src/model/inventory.ts';
import { judgeInventory } from '../src/scan/judge-inventory.ts';
import { scanSite } from '../src/scan/scan-site.ts';
import { type Routes, startHosts } from '../src/scan/testing/start-hosts.ts';
import type { FleetAnswer, FleetSite } from './fleet-site.ts';
import { packageFiles } from './package-files.ts';
import { differencesOf, type Score, scoreReport, sumUp } from './score.ts';
import { THIRD_PARTIES } from './third-parties.ts';

/** Much of a scan is waiting for silence: more at once than there are processors. */
const AT_ONCE = 4;

const here = import.meta.dirname;
const { values, positionals: wanted } = parseArgs({
  options: { repeat: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const times = Math.max(1, Number(values.repeat) || 1);
const names = globSync('sites/*.ts', { cwd: here })
  .map((file) => basename(file, '.ts'))
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .sort();

const sites = await Promise.all(
  names.map(async (name) => {
    const { default: site } = (await import(`./sites/${name}.ts`)) as { default: FleetSite };
    return { name, site };
  }),
);

const page = (name: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title></head><body><h1>${name}</h1>${body}</body></html>`;

function send(response: ServerResponse, { type = 'text/html; charset=utf-8', body, cookies }: FleetAnswer) {
  response.writeHead(200, { 'content-type': type, ...(cookies && { 'set-cookie': [...cookies] }) });
  response.end(body);
}

const routes: Record<string, Routes[string]> = {};
for (const [place, answer] of Object.entries(THIRD_PARTIES))
  routes[place] = (_, response) => send(response, answer);
for (const { name, site } of sites)
  for (const [path, answer] of Object.entries(site.pages)) {
    const whole = typeof answer === 'string' ? { body: answer } : answer;
    const body = whole.type ? whole.body : page(name, whole.body);
    routes[`${name}.test${path}`] = (_, response) => send(response, { ...whole, body });
  }
for (const [path, answer] of Object.entries(await packageFiles()))
  routes[`*/packages/${path}`] = (_, response) => send(response, answer);

const hosts = await startHosts(routes);
const folder = mkdtempSync(join(tmpdir(), 'avowal-fleet-'));
const scores: Score[] = [];

async function judge({ name, site }: (typeof sites)[number]): Promise<AuditReport> {
  const inventory = await scanSite({
    urls: [`https://${name}.test/`],
    outDir: join(folder, name),
    maxPages: 3,
    resolve: hosts.resolve,
    insecure: true,
    concurrency: 1,
    scenarios: [...DEFAULT_SCENARIOS, ...(site.scenarios ?? [])],
  });
  const { config } = site;
  return judgeInventory({
    inventory,
    ...(config && { config }),
    regime: findRegime(site.regime ?? 'eu'),
  });
}

let differing = 0;

/** Scans a site again and tells what came out otherwise than the first time. */
async function repeat(site: (typeof sites)[number], first: AuditReport) {
  for (let time = 2; time <= times; time += 1) {
    const differences = differencesOf(first, await judge(site));
    if (differences.length > 0) differing += 1;
    for (const difference of differences) console.log(`    time ${time}   ${difference}`);
  }
}

async function work(waiting: (typeof sites)[number][]) {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const report = await judge(next);
    const score = scoreReport(report, next.site.expected);
    scores.push(score);
    const isRight = score.missed.length === 0 && score.invented.length === 0;
    console.log(`${isRight ? '✓' : '✗'} ${next.name}: ${next.site.about}`);
    for (const key of score.missed) console.log(`    missed   ${key}`);
    for (const key of score.invented) console.log(`    invented ${key}`);
    await repeat(next, report);
  }
}

try {
  const waiting = [...sites];
  await Promise.all(Array.from({ length: AT_ONCE }, () => work(waiting)));
} finally {
  await hosts.close();
  rmSync(folder, { recursive: true });
}
const { line, isGood } = sumUp(scores);
console.log(`${scores.length} sites`);
if (times > 1) console.log(`${times} times: ${differing === 0 ? 'always the same' : `${differing} differ`}`);
console.log(line);
if (!isGood || differing > 0) process.exitCode = 1;
