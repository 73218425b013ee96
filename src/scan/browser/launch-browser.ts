import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { AvowalError } from '../../model/errors.ts';
import { type CdpConnection, connectPipes } from './cdp-connection.ts';
import type { FoundBrowser } from './find-browser.ts';

/** A browser process with an empty profile of its own. */
export interface RunningBrowser extends CdpConnection {
  /** Name and version, such as `Chrome/156.0.8078.79`. */
  readonly product: string;
  /** As an ordinary visitor's browser sends it. */
  readonly userAgent: string;
  close(): Promise<void>;
}

/** How a browser is started. */
export interface LaunchOptions {
  readonly browser: FoundBrowser;
  /** Port of the scan proxy on the loopback address. */
  readonly proxyPort: number;
  /** Accept certificates that nobody signed. */
  readonly insecure: boolean;
}

const SWITCHES = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--disable-popup-blocking',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
  '--hide-scrollbars',
  '--lang=en-US',
  '--window-size=1366,900',
  // Timers and frames must run in a tab that nobody looks at.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // Notices hide from automation.
  '--disable-blink-features=AutomationControlled',
  // A navigation that changes the renderer loses the first events: keep one document host, and no page behind it.
  '--disable-features=Translate,OptimizationHints,MediaRouter,HttpsUpgrades,DialMediaRouteProvider,PaintHolding,RenderDocument',
  '--disable-back-forward-cache',
  // Nothing may leave by a way that the proxy does not see.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--proxy-bypass-list=<-loopback>',
];

/** Full Chromium blocks third-party cookies by default on some systems; a visitor's Chrome does not. */
const PREFERENCES = {
  profile: { cookie_controls_mode: 0, block_third_party_cookies: false },
  download: { prompt_for_download: false },
};

function makeProfile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'avowal-scan-'));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(PREFERENCES));
  return folder;
}

/** System browsers are often a shell script that starts the real one: end the whole group. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

function removeProfile(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

async function start(options: LaunchOptions, sandbox: boolean): Promise<RunningBrowser> {
  const profile = makeProfile();
  const child = spawn(
    options.browser.executablePath,
    [
      ...SWITCHES,
      `--user-data-dir=${profile}`,
      `--proxy-server=socks5://127.0.0.1:${options.proxyPort}`,
      ...(sandbox ? [] : ['--no-sandbox']),
      ...(options.insecure ? ['--ignore-certificate-errors'] : []),
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString('utf8')).slice(-2000);
  });
  const exited = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', (error) => {
      lastWords = error.message;
      done();
    });
  });
  const killNow = () => kill(child);
  process.once('exit', killNow);
  exited.then(() => process.off('exit', killNow));

  const connection = connectPipes(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const close = async () => {
    await connection.browser.send('Browser.close').catch(() => {});
    const timer = setTimeout(killNow, 2000);
    await exited;
    clearTimeout(timer);
    removeProfile(profile);
  };
  try {
    const { product, userAgent } = await connection.browser.send('Browser.getVersion');
    return {
      ...connection,
      product: product.replace('HeadlessChrome', 'Chrome'),
      userAgent: userAgent.replace('HeadlessChrome', 'Chrome'),
      close,
    };
  } catch (error) {
    killNow();
    await exited;
    removeProfile(profile);
    throw new Error(lastWords.trim().split('\n').pop() || (error as Error).message, { cause: error });
  }
}

/**
 * Starts a browser in a fresh profile. The sandbox is used where the system allows it: root's Chromium has none,
 * and some distributions forbid the name spaces that it needs. Throws `BROWSER_FAILED`.
 */
export async function launchBrowser(options: LaunchOptions): Promise<RunningBrowser> {
  if (process.getuid?.() !== 0) {
    try {
      return await start(options, true);
    } catch {
      // Once more below, without.
    }
  }
  try {
    return await start(options, false);
  } catch (error) {
    throw new AvowalError(
      'BROWSER_FAILED',
      { browser: options.browser.executablePath, problem: (error as Error).message },
      error,
    );
  }
}
