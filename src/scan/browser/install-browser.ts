import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { AvowalError } from '../../model/errors.ts';
import { type FoundBrowser, findBrowser } from './find-browser.ts';

type Log = (line: string) => void;
type Command = readonly [program: string, ...args: string[]];

/** One way of getting a browser: its commands run one after another until one fails. */
interface Means {
  readonly name: string;
  readonly commands: readonly Command[];
}

const PLAYWRIGHT = join(dirname(createRequire(import.meta.url).resolve('playwright-core')), 'cli.js');

/** A network that swallows packets must not hold up the next means for long. */
const DOWNLOAD_TIMEOUT = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };

const MEANS: readonly Means[] = [
  {
    name: "Playwright's download of Chromium headless shell",
    commands: [[process.execPath, PLAYWRIGHT, 'install', 'chromium-headless-shell']],
  },
  {
    name: 'apt-get (chromium-headless-shell)',
    commands: [
      ['apt-get', 'update', '-q'],
      ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium-headless-shell'],
    ],
  },
  {
    name: 'apt-get (chromium)',
    commands: [['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium']],
  },
  { name: 'dnf', commands: [['dnf', 'install', '-y', 'chromium-headless']] },
  { name: 'apk', commands: [['apk', 'add', 'chromium']] },
  { name: 'pacman', commands: [['pacman', '-S', '--noconfirm', 'chromium']] },
  { name: 'brew', commands: [['brew', 'install', '--cask', 'google-chrome']] },
];

/** Seconds between signs of life, and lines of a command's own words that tell why it failed. */
const SIGN_OF_LIFE = 15;
const LAST_WORDS = 8;

/** Resolves to the exit code, or to -1 where the program does not exist; `log` hears the end of what a failed one said. */
function run([program, ...args]: Command, log: Log): Promise<number> {
  return new Promise((done) => {
    const began = Date.now();
    const said: string[] = [];
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...DOWNLOAD_TIMEOUT, DEBIAN_FRONTEND: 'noninteractive' },
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => line.trim() && said.push(line.trim()));
    }
    const sign = setInterval(
      () => log(`  … ${Math.round((Date.now() - began) / 1000)} s, ${said.at(-1) ?? 'no word yet'}`),
      SIGN_OF_LIFE * 1000,
    );
    const end = (code: number) => {
      clearInterval(sign);
      if (code > 0) for (const line of said.slice(-LAST_WORDS)) log(`  ${line}`);
      done(code);
    };
    child.once('error', () => end(-1));
    child.once('close', (code) => end(code ?? 1));
  });
}

const needsRoot = (program: string) => /^(apt-get|dnf|apk|pacman)$/.test(program) && process.getuid?.() !== 0;

async function tryMeans(means: Means, log: Log): Promise<boolean> {
  for (const command of means.commands) {
    const whole: Command = needsRoot(command[0]) ? ['sudo', '-n', ...command] : command;
    log(`> ${whole.join(' ')}`);
    const code = await run(whole, log);
    if (code !== 0) {
      log(code < 0 ? `  ${whole[0]} is not on this machine` : `  ended with code ${code}`);
      return false;
    }
  }
  return true;
}

/** Starts the browser and closes it again; throws what went wrong. */
async function start(browser: FoundBrowser): Promise<string> {
  const running = await chromium.launch({
    executablePath: browser.executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await (await running.newPage()).goto('about:blank');
    return running.version();
  } finally {
    await running.close();
  }
}

/**
 * Gets a browser by the means that this machine has, says each step to `log`, and starts it once to be sure.
 * Throws `BROWSER_INSTALL_FAILED` when every means failed.
 */
export async function installBrowser(log: Log): Promise<FoundBrowser> {
  let problem = 'no means worked on this machine';
  for (const means of MEANS) {
    log(`Getting a browser: ${means.name}`);
    if (!(await tryMeans(means, log))) continue;
    const browser = findBrowser();
    if (!browser) continue;
    try {
      log(`Ready: ${browser.name} ${await start(browser)} at ${browser.executablePath}`);
      return browser;
    } catch (error) {
      problem = String((error as Error).message).split('\n')[0] ?? problem;
      log(`  ${browser.executablePath} does not start: ${problem}`);
    }
  }
  throw new AvowalError('BROWSER_INSTALL_FAILED', { problem });
}
