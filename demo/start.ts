// npm start: the demo site, scanned, with Avowal in front of it. "-- --check" drives a browser through it and exits 0 only if every promise held.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, styleText } from 'node:util';
import { AvowalError } from '../src/model/errors.ts';
import { findBrowser } from '../src/scan/browser/find-browser.ts';
import { installBrowser } from '../src/scan/browser/install-browser.ts';
import type { ScanEvent } from '../src/scan/scan-options.ts';
import { checkPromises } from './check-promises.ts';
import { DEMO_URL, type RunningPath, runDemo } from './run-demo.ts';

const HELP = `npm start                 the demo site with Avowal in front of it, until Ctrl-C
npm start -- --port 9000  the same on another port (default 8080, or a free one where that is taken)
npm start -- --fresh      forget the demo's configuration and records first
npm start -- --check      the same headless: drive a browser through it and check every promise`;

const STEPS = {
  site: 'Starting the company site and its third parties',
  scan: 'Scanning it in a real browser, once for each scenario',
  config: 'Making the configuration from what was found',
  server: 'Putting Avowal in front of the site',
} as const;

const say = (line = '') => console.log(line);

function showProgress(event: ScanEvent): void {
  if (event.type === 'page') {
    const { scenario, number, of, url, trackers } = event;
    say(
      `    ${scenario.padEnd(6)} ${String(number).padStart(2)}/${of}  ${String(trackers).padStart(2)} trackers  ${url}`,
    );
  } else if (event.type === 'notice' && !event.clicked) {
    say(`    ${event.scenario.padEnd(6)} there is no notice to answer yet`);
  } else if (event.type === 'problem') {
    say(`    ${styleText('yellow', 'note')}   ${event.page}: ${event.message}`);
  }
}

function showWhatToTry({ siteUrl, sitePort, server, configFile, auditFile, inventory }: RunningPath): void {
  const at = (path: string) => new URL(path, siteUrl).href;
  say(`
${styleText('bold', `Found ${inventory.trackers.length} trackers of ${inventory.services.length} services. Open:`)}

  The site       ${siteUrl}
  Cookie policy  ${at('/_avowal/p/kopano')}
  Dashboard      ${server.adminUrl}
  Before Avowal  ${pathToFileURL(auditFile).href}

${styleText('bold', 'Try:')}

  · Look at the page before you answer: no video, no web font, no statistics. Your browser's network tab agrees.
  · Reject, then open ${at('/blog/why-we-moved-our-mail-home')}: load just this one video from its placeholder.
  · Accept, then withdraw with the tab at the edge: the site's cookies are gone.
  · Find your answer on the dashboard by the consent id that the preferences show.
  · Change a text in ${configFile} and reload the page.
  · Read what an audit says of the site before Avowal, then audit it as it is now:
      npm run avowal -- audit ${DEMO_URL} --resolve '*=127.0.0.1:${sitePort}' --insecure --config ${configFile}

Ctrl-C stops it.`);
}

async function start(): Promise<number> {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      port: { type: 'string', default: '8080' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    say(HELP);
    return 0;
  }
  say(`${styleText('bold', '›')} Building the scripts for the browser`);
  execFileSync('node', ['scripts/bundle.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const browser = findBrowser() ?? (await installBrowser((line) => say(line)));

  const dataDir = values.check
    ? mkdtempSync(join(tmpdir(), 'avowal-check-'))
    : join(import.meta.dirname, '.data');
  if (values.fresh) rmSync(dataDir, { recursive: true, force: true });
  const run = (port: number) =>
    runDemo({
      port,
      dataDir,
      onStep: (step) => say(`${styleText('bold', '›')} ${STEPS[step]}`),
      onProgress: showProgress,
    });
  const path = await run(values.check ? 0 : Number(values.port)).catch((error: unknown) => {
    if (!(error instanceof AvowalError) || error.code !== 'PORT_IN_USE') throw error;
    say(`    Port ${values.port} is taken; using a free one.`);
    return run(0);
  });

  if (!values.check) {
    const stopped = new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
    showWhatToTry(path);
    await stopped;
    await path.close();
    return 0;
  }
  say(`${styleText('bold', '›')} Visiting it: no choice, reject, accept, save, withdraw`);
  const promises = await checkPromises(path, browser, ({ what, kept, found }) =>
    say(`    ${kept ? styleText('green', '✓') : styleText('red', '✗')} ${what}${kept ? '' : `: ${found}`}`),
  ).finally(() => path.close());
  rmSync(dataDir, { recursive: true, force: true });
  const failed = promises.filter(({ kept }) => !kept).length;
  say(`${promises.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await start();
} catch (error) {
  if (!(error instanceof AvowalError)) throw error;
  console.error(`${error.code}: ${error.message} ${error.todo}`);
  process.exitCode = error.exit;
}
