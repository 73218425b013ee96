import { accessSync, constants, globSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join, resolve, sep } from 'node:path';
import { AvowalError } from '../../model/errors.ts';

/** A Chromium-based browser on this machine. */
export interface FoundBrowser {
  readonly executablePath: string;
  /** For people: the file's name, such as `chromium-headless-shell`. */
  readonly name: string;
  /** The headless shell needs half the processor time and blocks no third-party cookies. */
  readonly headlessShell: boolean;
}

/** Commands of system browsers, the cheapest to run first. */
const COMMANDS = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'headless_shell',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_APPS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where Playwright unpacks its downloads, below its own folder. */
const PLAYWRIGHT_FILES = [
  'chromium_headless_shell-*/*/{chrome-headless-shell,headless_shell}{,.exe}',
  'chromium-*/chrome-*/chrome{,.exe}',
  'chromium-*/chrome-mac*/*.app/Contents/MacOS/*',
];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

const onPath = (command: string): string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, process.platform === 'win32' ? `${command}.exe` : command));

function systemFiles(): string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  );
  return [
    ...COMMANDS.flatMap(onPath),
    ...(process.platform === 'darwin' ? MAC_APPS : []),
    ...folders.flatMap((folder) => WINDOWS_APPS.map((app) => join(folder, app))),
  ];
}

function playwrightFolder(): string {
  const chosen = process.env.PLAYWRIGHT_BROWSERS_PATH;
  if (chosen) return chosen;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright');
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright');
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright');
}

/** Newest first: the revision is a number in the folder's name. */
const playwrightFiles = (): string[] =>
  PLAYWRIGHT_FILES.flatMap((pattern) =>
    globSync(pattern, { cwd: playwrightFolder() })
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map((file) => join(playwrightFolder(), file)),
  );

function describe(executablePath: string): FoundBrowser {
  const name = (executablePath.split(/[\\/]/).pop() ?? executablePath).replace(/\.exe$/i, '');
  return { executablePath, name, headlessShell: /headless[-_]shell/i.test(name) };
}

/**
 * Finds a browser: `explicit` (a file or a command), `AVOWAL_BROWSER`, the system's headless shell, Chrome, Chromium or
 * Edge, then Playwright's own download; `undefined` where there is none.
 * Throws `BROWSER_FAILED` when a browser was named that does not exist, rather than taking another silently.
 */
export function findBrowser(explicit?: string): FoundBrowser | undefined {
  const named = explicit || process.env.AVOWAL_BROWSER;
  if (named) {
    const isFile = isAbsolute(named) || named.includes('/') || named.includes(sep);
    const file = (isFile ? [resolve(named)] : onPath(named)).find(isExecutable);
    if (!file) throw new AvowalError('BROWSER_FAILED', { browser: named, problem: 'no such program' });
    return describe(file);
  }
  const file = systemFiles().find(isExecutable) ?? playwrightFiles().find(isExecutable);
  return file ? describe(file) : undefined;
}
