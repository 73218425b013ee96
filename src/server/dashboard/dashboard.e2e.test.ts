import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Inventory } from '../../model/inventory.ts';
import { axeFaults } from '../../scan/testing/axe-faults.ts';
import { launchChromium } from '../../scan/testing/launch-chromium.ts';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const HOSTILE = `"><script>document.title='owned'</script><img src=x onerror="document.title='owned'">'</style>`;

const inventory = (name: string, needsReview: boolean): Inventory => ({
  schema: 'avowal/inventory@1',
  site: 'https://shop.example',
  startedAt: '2026-11-20T10:00:00.000Z',
  finishedAt: '2026-11-20T10:03:00.000Z',
  complete: true,
  browser: 'Chromium 156',
  scenarios: [{ scenario: 'none', outcome: 'done' }],
  pages: [{ url: 'https://shop.example/', scenario: 'none', status: 200, title: name, milliseconds: 900 }],
  trackers: [
    {
      name,
      kind: 'js-cookie',
      host: needsReview ? name : 'shop.example',
      party: 'first',
      lifetimeSeconds: null,
      purpose: needsReview ? null : 'analytics',
      service: null,
      classification: { source: needsReview ? 'none' : 'tracker', confidence: 0, needsReview },
      seen: { none: true },
      valueBytes: 10,
      valueHashes: [],
      evidence: [],
    },
  ],
  requests: [],
  services: [],
  problems: [],
});

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function openPage(width = 1366): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  onTestFinished(() => context.close());
  return context.newPage();
}

async function fill(server: TestServer): Promise<string> {
  const answers = { analytics: 'denied', marketing: 'denied' } as const;
  for (let index = 0; index < 12; index++) await server.post(await server.submission());
  for (let index = 0; index < 7; index++) {
    await server.post(await server.submission({ action: 'reject', purposes: answers }));
  }
  const first = await server.submission();
  await server.post(first);
  const last = await server.submission({
    consentId: first.consentId,
    action: 'withdraw',
    layer: 'preferences',
    purposes: answers,
    supersedes: first.id,
  });
  await server.post(last);
  await server.post(
    await server.submission({
      action: 'save',
      layer: 'preferences',
      purposes: { analytics: 'granted', marketing: 'denied' },
      services: { video: 'granted' },
    }),
  );
  return last.id;
}

const putInventory = (server: TestServer, content: Inventory) => {
  mkdirSync(join(server.dataDir, 'shop'), { recursive: true });
  writeFileSync(join(server.dataDir, 'shop', 'inventory.json'), JSON.stringify(content));
  writeFileSync(
    join(server.dataDir, 'shop', 'report.html'),
    `<!doctype html><title>Report</title><p>${HOSTILE}`,
  );
};

describe('The dashboard in a browser', () => {
  it.each([320, 1366])(
    'A11Y: has no axe violation, light or dark, and no sideways scrolling at %i px',
    async (width) => {
      const server = await startTestServer();
      const record = await fill(server);
      putInventory(server, inventory('_mystery', true));
      const page = await openPage(width);
      const visit = async (path: string) => {
        await page.goto(server.url + path);
        expect([path, await axeFaults(page)]).toEqual([path, []]);
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect([path, overflow]).toEqual([path, 0]);
      };
      await visit('/');
      await page.goto(server.adminUrl);
      expect(page.url()).toBe(`${server.url}/sites/shop`);
      await visit('/sites/shop');
      await visit(`/records/${record}`);
      await visit('/sites/shop?consent=nobody-has-this-id');
      await page.goto(`${server.url}/sites/shop`);
      await page.getByText('The figures as a table').click();
      expect(await page.getByRole('region', { name: 'Records by day' }).innerText()).toContain(
        'Accepted all',
      );
    },
  );

  it('lists several sites, and says how to begin where there is none', async () => {
    const folder = temporaryFolder();
    const configFiles = ['shop', 'blog'].map((id) => {
      const config = fixtureConfig();
      config.site = { ...config.site, id, name: `The ${id}`, domains: [`${id}.example`] };
      writeFileSync(join(folder, `${id}.json`), JSON.stringify(config));
      return join(folder, `${id}.json`);
    });
    for (const files of [configFiles, []]) {
      const server = await startTestServer({ configFiles: files });
      const page = await openPage();
      await page.goto(server.adminUrl);
      const text = await page.locator('main').innerText();
      for (const word of files.length > 0 ? ['The shop', 'The blog'] : ['no site yet', 'avowal init']) {
        expect(text).toContain(word);
      }
      expect(await axeFaults(page)).toEqual([]);
    }
  });

  it('an empty one says what to do', async () => {
    const server = await startTestServer();
    const page = await openPage();
    await page.goto(server.adminUrl);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Nobody has answered yet');
    expect(text).toContain('avowal audit https://shop.example/');
    expect(text).toContain(`<script src="${server.url}/c/shop.js"></script>`);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('finds the records of a visitor and shows one with everything that it proves', async () => {
    const server = await startTestServer();
    const id = await fill(server);
    const page = await openPage();
    await page.goto(server.adminUrl);
    const { record } = await (await fetch(`${server.url}/api/v1/receipts/${id}`)).json();
    await page.getByLabel('Consent id').fill(record.consentId);
    await page.getByRole('button', { name: 'Find' }).click();
    expect(await page.locator('#records ~ .scroll tbody tr').count()).toBe(2);
    await page.locator('#records ~ .scroll tbody a').first().click();
    const text = await page.locator('main').innerText();
    for (const value of [
      record.id,
      record.consentId,
      record.supersedes,
      record.configHash,
      record.noticeHash,
      record.bundleHash,
      'Withdrew',
      'Preferences',
      'Analytics',
      'denied',
    ]) {
      expect(text).toContain(value);
    }
  });

  it('what a scanned site or a configuration says is shown, never run', async () => {
    const config = fixtureConfig();
    config.site = { ...config.site, name: HOSTILE };
    config.purposes[1] = { id: 'analytics', name: HOSTILE, description: HOSTILE };
    config.services[1] = {
      id: 'video',
      name: HOSTILE,
      purpose: 'marketing',
      hosts: ['video.example'],
      description: HOSTILE,
    };
    const server = await startTestServer({ config });
    const record = await fill(server);
    putInventory(server, inventory(HOSTILE, true));
    const page = await openPage();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => dialogs.push(dialog.message()));
    const foreign: string[] = [];
    page.on('requestfinished', (request) => {
      if (/\/x$/.test(request.url())) foreign.push(request.url());
    });
    await page.goto(server.adminUrl);
    for (const path of [
      '/sites/shop',
      `/records/${record}`,
      `/sites/shop?consent=${encodeURIComponent(HOSTILE)}`,
      '/sites/shop/report',
    ]) {
      await page.goto(server.url + path);
      expect(await page.title()).not.toBe('owned');
      if (!path.endsWith('report')) expect(await page.locator('main img, main script').count()).toBe(0);
    }
    await page.goto(`${server.url}/sites/shop`);
    expect(await page.locator('h1').innerText()).toContain('<script>');
    expect([dialogs, foreign]).toEqual([[], []]);
  });
});
