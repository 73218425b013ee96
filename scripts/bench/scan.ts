// npm run bench:scan [-- PAGES] [-- --tabs N] [-- --repeat N] [-- --peers]: what a scan costs beside a browser that only
// loads the same pages. npm run bench:scan -- 500 --long: what many light pages cost in memory, and whether a scan that was
// interrupted in the middle ends with the same inventory.
//
// Method. A local site of PAGES (default 20) alike pages: 40 requests, 1.6 MB decoded, six real libraries, three tags, a
// notice, a frame and three pixels of another site. "bare loop" loads the pages one after the other in one tab of the same
// browser, with nothing attached, and waits for the load event of each. "one scenario" is a whole scan without an answer:
// everything that `avowal scan` gathers, scrolling, pictures and reports. "three scenarios" is a default scan: no choice,
// refusal and acceptance, all pages in each. With --tabs they open N pages at the same time. CPU is user and system time of
// this process and all that it starts, the site's server included; memory is the highest sum of their proportional set sizes
// without this process. --repeat does all of it N times, one after the other, so that another load on the machine falls on
// each. With --peers, @slashgear/gdpr-cookie-scanner is installed into a temporary folder and scans the first page, twice as
// it always does. (website-evidence-collector is not in the npm registry.) Run it on a quiet machine.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { findBrowser } from '../../src/scan/browser/find-browser.ts';
import { launchBrowser } from '../../src/scan/browser/launch-browser.ts';
import { createLocateHost } from '../../src/scan/browser/locate-host.ts';
import { startScanProxy } from '../../src/scan/browser/scan-proxy.ts';
import { scanSite } from '../../src/scan/scan-site.ts';
import { printHelp } from './print-help.ts';
import { startHeavySite } from './scan/heavy-site.ts';
import { scanLong } from './scan/scan-long.ts';
import { watchProcesses } from './scan/watch-processes.ts';

printHelp(import.meta.url);

const { values: flags, positionals } = parseArgs({
  options: {
    tabs: { type: 'string' },
    repeat: { type: 'string', default: '1' },
    peers: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const PAGES = Number(positionals[0] ?? 20);
const PEER = '@slashgear/gdpr-cookie-scanner@3.8.2';

const browser = findBrowser();
if (!browser) throw new Error('There is no browser: run avowal browser install.');
const folder = mkdtempSync(join(tmpdir(), 'avowal-bench-scan-'));
const site = await startHeavySite(PAGES);
const row = (...cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);

async function measure(
  name: string,
  pages: number,
  scenarios: number,
  work: () => Promise<void>,
): Promise<void> {
  const begun = performance.now();
  const { cpuSeconds, peakMegabytes } = await watchProcesses(work);
  const seconds = (performance.now() - begun) / 1000;
  const all = pages * scenarios;
  row(
    name,
    (cpuSeconds / all).toFixed(2),
    (all / seconds).toFixed(2),
    (pages / seconds).toFixed(2),
    Math.round(peakMegabytes),
  );
}

async function loadOnly(): Promise<void> {
  const proxy = await startScanProxy(createLocateHost({ resolve: [], allowPrivate: true }));
  const running = await launchBrowser({ browser: browser as never, proxyPort: proxy.port, insecure: false });
  try {
    const { targetId } = await running.browser.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await running.browser.send('Target.attachToTarget', { targetId, flatten: true });
    const tab = running.session(sessionId);
    await tab.send('Page.enable');
    for (let page = 0; page < PAGES; page++) {
      const loaded = new Promise<void>((done) => tab.on('Page.loadEventFired', () => done()));
      await tab.send('Page.navigate', { url: `${site.url}page/${page}` });
      await loaded;
    }
  } finally {
    await running.close();
    await proxy.close();
  }
}

const scan = (name: string, scenarios: readonly ('none' | 'reject' | 'accept')[]) => async () => {
  const outDir = join(folder, name);
  const inventory = await scanSite({
    urls: [site.url],
    outDir,
    scenarios,
    maxPages: PAGES,
    ...(flags.tabs && { tabs: Number(flags.tabs) }),
    allowPrivate: true,
  });
  const missing = ['a', 'b', 'c', 'frame', 'home'].filter(
    (tag) => !inventory.trackers.some((tracker) => tracker.name === tag),
  );
  const pages = inventory.pages.length;
  if (pages !== PAGES * scenarios.length) throw new Error(`The scan visited ${pages} pages.`);
  if (missing.length > 0) throw new Error(`The scan missed ${missing.join(', ')}.`);
};

/** Installs it, and puts this browser where it looks for a download of its own. */
function installPeer(): NodeJS.ProcessEnv {
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', PEER], {
    stdio: 'ignore',
  });
  const list = readFileSync(join(folder, 'node_modules/playwright-core/browsers.json'), 'utf8');
  const { browsers } = JSON.parse(list) as { browsers: { name: string; revision: string }[] };
  const revision = browsers.find(({ name }) => name === 'chromium-headless-shell')?.revision;
  const place = join(folder, `browsers/chromium_headless_shell-${revision}/chrome-headless-shell-linux64`);
  mkdirSync(place, { recursive: true });
  const file = join(place, 'chrome-headless-shell');
  writeFileSync(file, `#!/bin/sh\nexec '${browser?.executablePath}' --no-sandbox "$@"\n`, { mode: 0o755 });
  return { ...process.env, PLAYWRIGHT_BROWSERS_PATH: join(folder, 'browsers') };
}

async function scanWithPeer(env: NodeJS.ProcessEnv): Promise<void> {
  const cli = join(folder, 'node_modules/@slashgear/gdpr-cookie-scanner/dist/cli.js');
  const out = join(folder, 'peer');
  const run = promisify(execFile)(process.execPath, [cli, 'scan', site.url, '-o', out], {
    cwd: folder,
    env,
    timeout: 300_000,
  });
  // It ends with a code of its own where it finds fault with the page.
  const error = await run.then(
    () => undefined,
    (reason: Error) => reason,
  );
  if (!existsSync(out)) throw error ?? new Error('The peer wrote no report.');
}

async function compare(): Promise<void> {
  row('', 'CPU-s a page', 'pages/s', 'of each scenario', 'peak MB');
  row('---', '---:', '---:', '---:', '---:');
  for (let time = 0; time < Number(flags.repeat); time += 1) {
    await measure('bare loop', PAGES, 1, loadOnly);
    await measure('Avowal, one scenario', PAGES, 1, scan('one', ['none']));
    await measure('Avowal, three scenarios', PAGES, 3, scan('three', ['none', 'reject', 'accept']));
  }
}

try {
  console.log(`${PAGES} pages, ${browser.name}, Node ${process.version}\n`);
  if (flags.long) await scanLong(PAGES, folder);
  else await compare();
  if (flags.peers) {
    const env = installPeer();
    await measure('gdpr-cookie-scanner, one page', 1, 1, () => scanWithPeer(env));
  }
} finally {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
