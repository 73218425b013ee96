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
import { createClickLog } from './click-log.ts';
import { differencesOf } from './differences.ts';
import type { FleetAnswer, FleetSite } from './fleet-site.ts';
import { packageFiles } from './package-files.ts';
import { reportLines, type Score, scoreReport, sumUp } from './score.ts';
import { type DriverScore, driverLines, scoreDriver, sumUpDriver, troublesOf } from './score-driver.ts';
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

const clicks = createClickLog();
const page = (name: string, body: string, language: string) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8">${clicks.recorder}<title>${name}</title></head><body><h1>${name}</h1>${body}</body></html>`;

function send(response: ServerResponse, { type = 'text/html; charset=utf-8', body, cookies }: FleetAnswer) {
  response.writeHead(200, { 'content-type': type, ...(cookies && { 'set-cookie': [...cookies] }) });
  response.end(body);
}

const routes: Record<string, Routes[string]> = { '*/clicked': clicks.hear };
for (const [place, answer] of Object.entries(THIRD_PARTIES))
  routes[place] = (_, response) => send(response, answer);
for (const { name, site } of sites) {
  for (const [place, answer] of Object.entries(site.elsewhere ?? {}))
    routes[place] = (_, response) => send(response, answer);
  for (const [path, answer] of Object.entries(site.pages)) {
    const whole = typeof answer === 'string' ? { body: answer } : answer;
    const body = whole.type ? whole.body : page(name, whole.body, site.buttons?.language ?? 'en');
    routes[`${name}.test${path}`] = (_, response) => send(response, { ...whole, body });
  }
}
for (const [path, answer] of Object.entries(await packageFiles()))
  routes[`*/packages/${path}`] = (_, response) => send(response, answer);

const hosts = await startHosts(routes);
const folder = mkdtempSync(join(tmpdir(), 'avowal-fleet-'));
const scores: Score[] = [];
const driverScores: DriverScore[] = [];

interface Judged {
  readonly report: AuditReport;
  readonly driver: DriverScore;
}

async function judge({ name, site }: (typeof sites)[number]): Promise<Judged> {
  const host = `${name}.test`;
  clicks.forget(host);
  const scenarios = [...DEFAULT_SCENARIOS, ...(site.scenarios ?? [])];
  const inventory = await scanSite({
    urls: [`https://${name}.test/`],
    outDir: join(folder, name),
    maxPages: 3,
    resolve: hosts.resolve,
    resolveCname: async (name) => [site.aliases?.[name] ?? []].flat(),
    insecure: true,
    // The servers are in this process, and the machine may be busy: no page is given up for being slow.
    capMilliseconds: 60_000,
    // One scenario after the other: so the page knows in which one it was clicked.
    concurrency: 1,
    scenarios,
    onProgress(event) {
      if (event.type === 'scenario') clicks.begin(host, event.scenario);
    },
  });
  const { config, buttons } = site;
  const regime = findRegime(site.regime ?? 'eu');
  const driver = scoreDriver(buttons, (scenario) => clicks.words(host, scenario), scenarios);
  return { report: judgeInventory({ inventory, ...(config && { config }), regime }), driver };
}

const linesOf = ({ report, driver }: Judged) => [...reportLines(report), ...driverLines(driver)];

let differing = 0;

/** Scans a site again and tells what came out otherwise than the first time. */
async function repeat(site: (typeof sites)[number], first: Judged) {
  for (let time = 2; time <= times; time += 1) {
    const again = await judge(site);
    const differences = differencesOf(linesOf(first), linesOf(again));
    if (differences.length > 0) differing += 1;
    for (const difference of differences) console.log(`    time ${time}   ${difference}`);
  }
}

async function work(waiting: (typeof sites)[number][]) {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const judged = await judge(next);
    const score = scoreReport(judged.report, next.site.expected);
    scores.push(score);
    driverScores.push(judged.driver);
    const troubles = troublesOf(judged.driver);
    const isRight = score.missed.length === 0 && score.invented.length === 0 && troubles.length === 0;
    console.log(`${isRight ? '✓' : '✗'} ${next.name}: ${next.site.about}`);
    for (const key of score.missed) console.log(`    missed   ${key}`);
    for (const key of score.invented) console.log(`    invented ${key}`);
    for (const trouble of troubles) console.log(`    ${trouble}`);
    await repeat(next, judged);
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
const driver = sumUpDriver(driverScores, wanted.length > 0 ? 0 : 6);
console.log(driver.line);
console.log(line);
if (!isGood || !driver.isGood || differing > 0) process.exitCode = 1;
