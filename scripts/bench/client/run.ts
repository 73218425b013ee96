// npm run bench:client: what a visitor pays for Avowal and for six other consent tools, side by side.
//
//   npm run bench:client                                        all tools, 7 rounds (a quarter of an hour on a quiet machine)
//   npm run bench:client -- --rounds 5 --tools avowal,klaro     a quick look
//   npm run bench:client -- --save                              writes docs/performance.json; npm run docs makes the page of it
//
// It ends with 1 when a limit is not met, and says which. --noisy keeps samples although the machine is busy with other things,
// and the page says so. Nothing is written before the end: a run that is broken off leaves everything as it was.
//
// Method.
//
// One article (text, style sheet, hero image) with three scripts that wait for consent, one for each optional purpose, each on a
// host of its own. The notice asks for four purposes and offers accept, reject and settings at once. Every tool is set up on it as
// its own documentation says, in the fastest way that this says, from the site's own host. The other tools come from npm, from
// the lock file in `scripts/bench/client/peers`, and are installed on demand.
//
// All hosts speak HTTP/2 over TLS and serve brotli (quality 11), files with a year of caching. Between them and the browser
// stands a line of 170 ms round trip and 9 Mbit/s down, shared by all connections, each of which takes a round trip to open
// before TLS takes its own. There is no slow start: a large tool is better off here than on a real line.
//
// The browser is Chromium's headless shell as a phone of 412 × 823, its processor slowed down four times. A round visits each
// tool with three new visitors who have nothing cached; rounds are interleaved, and the order moves on.
//
// 1. First visit, with a trace, no script of ours in the page: bytes and requests that the hosts sent, paints, layout shift, time
//    of the main thread and of script in the first 2.5 s. Then a tap on Accept, and the next page view, traced as well.
// 2. First visit with a script of ours that looks before each frame whether the notice is visible (any opacity, any part in the
//    window); in that frame it adds a letter with `elementtiming`, and the browser says when the frame was presented. Then Reject.
// 3. The same, then Settings.
//
// "Requested" is the start of the first request for a script that waited, from the time of the click. INP is the longest event of
// an interaction as Event Timing tells it, in steps of 8 ms, nothing below 16. Time of main thread and script is processor time,
// with the slowdown in it; script is what the engine's script events spend themselves: layout that a script forces counts for the
// main thread alone.
//
// "Over the bare page" takes off the median of the same page without any tool; on the next page view it has the three scripts in
// it, held back by nothing. A sample counts only when nothing else used more than 6 % of the machine before and while it was taken
// (`/proc/stat`, less this process and its children), and when the visit came to its end; else it is taken again. A visit to each tool
// before the first round warms up.
//
// A returning visitor's 5 ms are nearly used up before a tool does anything: `npm run bench:returning` (thread time of script,
// without the trace, which costs script too) finds 4 ms for a script of three lines that starts the three scripts, over HTML that
// names them, and 10 for Avowal inline, which includes them. Whatever holds scripts back starts them by script afterwards: HTML
// that differs for those who have answered would end caching.
//
// Leaks: a page with 18 vectors, no choice made, without a slow line: as it stands, with each tool's documented markup on all that
// has one, and started by scripts 2 s after load. Tools that hold back by host are told the host.
import { cpus, totalmem } from 'node:os';
import { writeGenerated } from '../../write-generated.ts';
import { printHelp } from '../print-help.ts';
import { BENCH_PATHS, benchPage } from './bench-page.ts';
import { startBenchSite } from './bench-site.ts';
import { installPeers } from './install-peers.ts';
import { leakPage, measureLeaks } from './leaks/measure-leaks.ts';
import { leakTable } from './leaks/write-leak-table.ts';
import { readOptions } from './read-options.ts';
import type { BenchResults } from './results/bench-results.ts';
import { checkLimits } from './results/check-limits.ts';
import { ANSWER, FIRST_VISIT, NEXT_VISIT } from './results/metrics.ts';
import { figuresOf, summarise } from './results/summarise.ts';
import { limitTable, medianTable } from './results/write-tables.ts';
import { takeSample } from './take-sample.ts';
import { allTools } from './tools/all-tools.ts';
import { openBrowser } from './visit/open-browser.ts';
import { type Sample, visitTool, warmUp } from './visit/visit-tool.ts';

printHelp(import.meta.url);

const LINE = { roundTripMs: 170, downBitsPerSecond: 9_000_000 };
const NO_LINE = { roundTripMs: 0, downBitsPerSecond: 1e9 };
const VISIT = { cpuSlowdown: 4, windowMs: 2_500 };

installPeers();
const tools = await allTools();
const options = readOptions(
  process.argv.slice(2),
  tools.map(({ id }) => id),
);
const isWanted = ({ id }: { readonly id: string }) =>
  options.tools.length === 0 || id === 'baseline' || options.tools.includes(id);
const wanted = tools.filter(isWanted);

const site = await startBenchSite(LINE, benchPage, BENCH_PATHS);
const browser = await openBrowser(site.browserArgs);
const samples = new Map<string, Sample[]>(wanted.map(({ id }) => [id, []]));
let discarded = 0;
for (const tool of wanted) await warmUp(browser, site, tool, VISIT);
const start = performance.now();
for (let round = 0; round < options.rounds; round++) {
  for (let turn = 0; turn < wanted.length; turn++) {
    const tool = wanted[(turn + round) % wanted.length] as (typeof wanted)[number];
    const taken = await takeSample(() => visitTool(browser, site, tool, VISIT), options.noisy);
    discarded += taken.discarded;
    samples.get(tool.id)?.push(taken.result);
  }
  const left = ((performance.now() - start) / (round + 1)) * (options.rounds - round - 1);
  console.error(
    `round ${round + 1} of ${options.rounds}, ${discarded} samples discarded, ${Math.ceil(left / 60_000)} min left`,
  );
}
const browserVersion = browser.version();
await browser.close();
site.close();

const hostile = await startBenchSite(NO_LINE, leakPage, ['/plain', '/marked', '/late']);
const leakBrowser = await openBrowser(hostile.browserArgs);
const leaks = [];
for (const tool of (await allTools(['stats.test'])).filter(isWanted))
  leaks.push(await measureLeaks(leakBrowser, hostile, tool));
await leakBrowser.close();
hostile.close();

const bare = samples.get('baseline') ?? [];
const results: BenchResults = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? process.arch}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.version}`,
  browser: `Chromium ${browserVersion}`,
  rounds: options.rounds,
  discarded,
  noisy: options.noisy,
  bare: figuresOf(bare),
  tools: wanted
    .filter(({ id }) => id !== 'baseline')
    .map((tool) => summarise(tool, samples.get(tool.id) ?? [], bare)),
  leaks,
};

for (const metrics of [FIRST_VISIT, ANSWER, NEXT_VISIT]) console.log(`${medianTable(results, metrics)}\n`);
console.log(`${leakTable(leaks)}\n\n${limitTable(results)}`);
if (options.save) {
  writeGenerated({ 'docs/performance.json': JSON.stringify(results) }, 'npm run bench:client -- --save');
  console.error('docs/performance.json is written: npm run docs makes the page of it.');
}
const missed = checkLimits(results).filter(({ isMet }) => !isMet);
for (const { tool, what, found } of missed) console.error(`✗ ${tool}: ${what}. Found ${found}.`);
process.exit(missed.length > 0 ? 1 : 0);
