import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { findBrowser } from '../browser/find-browser.ts';

/** Starts the Chromium that the tests of a file share. */
export function launchChromium({ args = [], ...options }: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findBrowser()?.executablePath;
  return chromium.launch({
    ...(executablePath && { executablePath }),
    ...options,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...args],
  });
}
