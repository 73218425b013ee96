import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchChromium } from '../../scan/testing/launch-chromium.ts';
import { INCLUSIONS, LEAVES, ROOTS } from '../testing/rfc6962-vectors.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { startTestServer } from '../testing/test-server.ts';

const SCRIPT = fileURLToPath(new URL('../../../docs/verify/verify.mjs', import.meta.url));
const PAGE = new URL('../../../docs/verify/verify.html', import.meta.url).href;

/** Files as a visitor and an auditor have them, and ways to break the receipt. */
async function saved() {
  const server = await startTestServer();
  const submissions = [];
  for (let n = 0; n < 7; n++) submissions.push(await server.submission());
  for (const submission of submissions) await server.post(submission);
  const text = await (await fetch(`${server.url}/api/v1/receipts/${submissions[4]?.id}`)).text();
  const keys = await (await fetch(`${server.url}/api/v1/log/keys`)).text();
  const folder = temporaryFolder();
  const save = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const foreign = await startTestServer();
  const foreignKeys = await (await fetch(`${foreign.url}/api/v1/log/keys`)).text();
  return {
    folder,
    save,
    text,
    keys,
    foreignKeys,
    receipt: save('receipt.json', text),
    keysFile: save('keys.txt', keys),
  };
}

const FORGERIES: readonly [what: string, forge: (text: string) => string][] = [
  ['an answer changed', (text) => text.replace('"marketing":"granted"', '"marketing":"denied"')],
  ['a time changed', (text) => text.replace('"receivedAt":"20', '"receivedAt":"19')],
  ['another place', (text) => text.replace('"leafIndex":4', '"leafIndex":3')],
  ['another nonce', (text) => text.replace(/"nonce":"../, '"nonce":"zz')],
  ['another size', (text) => text.replace('\\n7\\n', '\\n8\\n')],
  ['a proof cut short', (text) => text.replace(/"hashes":\["[^"]+",/, '"hashes":[')],
];

describe('The verifiers that need nothing of Avowal', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  async function open(options: { width?: number; colorScheme?: 'light' | 'dark' } = {}): Promise<Page> {
    const { width = 900, colorScheme = 'light' } = options;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      offline: true,
    });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(PAGE);
    return page;
  }

  async function checkInPage(page: Page, receipt: string, keys?: string): Promise<string> {
    if (keys !== undefined) await page.getByLabel('Keys of the log').fill(keys);
    await page.getByLabel('Receipt', { exact: true }).setInputFiles(receipt);
    await page.locator('.verdict').waitFor();
    return (await page.getByRole('status').textContent()) ?? '';
  }

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  it.each(INCLUSIONS)(
    'PRF-009: lead from leaf %i of %i to the root that is published',
    async (index, size, proof) => {
      const { rootOf, leafHash } = await import(pathToFileURL(SCRIPT).href);
      const path = proof.map((hash) => Buffer.from(hash, 'hex'));
      const leaf = Buffer.from(LEAVES[index] ?? '', 'hex');
      expect(rootOf(index, size, leafHash(leaf), path).toString('hex')).toBe(ROOTS[size]);
      const page = await open();
      const data = JSON.stringify([[...leaf], path.map((hash) => [...hash])]);
      const found = await page.evaluate(
        `(async ([leaf, path]) => hex(await rootOf(${index}, ${size}, await leafHash(Uint8Array.from(leaf)), path.map((hash) => Uint8Array.from(hash)))))(${data})`,
      );
      expect(found).toBe(ROOTS[size]);
    },
  );

  it('PRF-010: the script proves a receipt with the keys of the site, without the server', async () => {
    const { receipt, keysFile } = await saved();
    const { status, stdout, stderr } = run(receipt, keysFile);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Proven: this record is, unchanged, number 5 of the \d+ records of avowal-log-/);
    expect(run(receipt).stdout).toContain('Not proven: whose log it is.');
    expect(run()).toMatchObject({ status: 1, stdout: expect.stringContaining('Usage') });
  });

  it('PRF-010: the page proves it from the disk, without a network', async () => {
    const { receipt, keys } = await saved();
    const said = await checkInPage(await open(), receipt, keys);
    expect(said).toContain('This record is in the log of the site, unchanged.');
    expect(said).toContain('The log vouched for it with a key that you pasted.');
    const alone = await checkInPage(await open(), receipt);
    expect(alone).toContain('Whose proof that is, only the keys of the site tell.');
  });

  it.each(FORGERIES)('PRF-009: both refute a receipt with %s', async (_, forge) => {
    const { text, save, keys, keysFile } = await saved();
    const forged = save('forged.json', forge(text));
    expect(readFileSync(forged, 'utf8')).not.toBe(text);
    expect(run(forged, keysFile)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^NOT proven\./),
    });
    expect(await checkInPage(await open(), forged, keys)).toMatch(/^Not proven\./);
  });

  it('PRF-009: both refute a receipt of another log', async () => {
    const { receipt, foreignKeys, save } = await saved();
    expect(run(receipt, save('foreign.txt', foreignKeys)).status).toBe(1);
    expect(await checkInPage(await open(), receipt, foreignKeys)).toMatch(/^Not proven\./);
  });

  it('the page shows what is in a hostile receipt, and runs none of it', async () => {
    const { save } = await saved();
    const page = await open();
    const hostile = save(
      'hostile.json',
      '{"schema":"avowal/receipt@1","proof":{"keys":["<img src=x onerror=document.title=1>"]}}',
    );
    expect(await checkInPage(page, hostile)).toContain('This is no key of a log: <img');
    expect(await page.title()).toBe('Check a consent receipt');
    for (const content of ['', 'null', '[]', '{"schema":"avowal/receipt@1"}', '{']) {
      expect(await checkInPage(await open(), save('broken.json', content))).toMatch(/^Not proven\./);
      expect(run(save('broken.json', content)).status).toBe(1);
    }
  });

  it.each([
    [900, 'light'],
    [320, 'dark'],
  ] as const)('the page is accessible at %i px, %s', async (width, colorScheme) => {
    const { receipt, keys } = await saved();
    const page = await open({ width, colorScheme });
    await checkInPage(page, receipt, keys);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (process.env.AVOWAL_SHOTS)
      await page.screenshot({ path: `${process.env.AVOWAL_SHOTS}/verify-${width}.png`, fullPage: true });
  });
});
