import { type Browser, chromium } from 'playwright-core';
import { AvowalError } from '../../src/model/errors.ts';
import { findBrowser } from '../../src/scan/browser/find-browser.ts';

/** A browser for the tests; with `port`, every host name leads to the demo there. */
export function openBrowser(port?: number): Promise<Browser> {
  const found = findBrowser();
  if (!found) throw new AvowalError('BROWSER_MISSING');
  const names = [`--host-resolver-rules=MAP * 127.0.0.1:${port}`, '--ignore-certificate-errors'];
  return chromium.launch({
    executablePath: found.executablePath,
    args: ['--no-sandbox', '--disable-gpu', ...(port === undefined ? [] : names)],
  });
}
