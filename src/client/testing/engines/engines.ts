import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Engine } from './engine.ts';
import { startChromium } from './start-chromium.ts';
import { startFirefox } from './start-firefox.ts';
import { startWebKit } from './start-webkit.ts';

/** A browser engine that the runtime is tested in. */
export interface TestedEngine {
  readonly id: 'chromium' | 'firefox' | 'webkit';
  readonly name: string;
  /** Why it cannot be run on this machine, and what to do; empty when it can. */
  readonly missing: string;
  start(): Promise<Engine>;
}

function findProgram(...names: readonly string[]): string | undefined {
  const files = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const firefox = findProgram('firefox-esr', 'firefox');
const webkit = findProgram('WebKitWebDriver');
const display = findProgram('Xvfb');

/** The engines, each as Debian packages it. */
export const ENGINES: readonly TestedEngine[] = [
  // `npm test` gets a Chromium where there is none.
  { id: 'chromium', name: 'Chromium', missing: '', start: startChromium },
  {
    id: 'firefox',
    name: 'Firefox',
    missing: firefox ? '' : 'not run: no firefox here (apt-get install firefox-esr)',
    start: () => startFirefox(firefox ?? ''),
  },
  {
    id: 'webkit',
    name: 'WebKitGTK',
    missing: webkit && display ? '' : 'not run: no WebKit here (apt-get install webkit2gtk-driver xvfb)',
    start: () => startWebKit(webkit ?? '', display ?? ''),
  },
];
