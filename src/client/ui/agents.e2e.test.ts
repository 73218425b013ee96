import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from '../testing/test-site.ts';

const read = (name: string) =>
  readFileSync(new URL(`../../../integrations/agents/${name}`, import.meta.url), 'utf8');
const contentScript = readFileSync(
  new URL('autoconsent.playwright.js', import.meta.resolve('@duckduckgo/autoconsent')),
  'utf8',
);

interface Message {
  readonly type: string;
  readonly cmp?: string;
  readonly result?: boolean;
}

let site: TestSite;
let page: Page;
beforeAll(async () => {
  site = await startTestSite();
  site.pages['/'] =
    '<!doctype html><html lang="en"><head><title>Page</title>{CORE}</head><body><main>Page</main></body></html>';
});
afterAll(() => site.close());
afterEach(() => page?.context().close());

describe('autoconsent', () => {
  /** Lets the library answer the notice with our rule alone, and returns what it reports. */
  async function run(autoAction: 'optOut' | 'optIn'): Promise<Message[]> {
    const messages: Message[] = [];
    const tell = (message: object) => page.evaluate(`autoconsentReceiveMessage(${JSON.stringify(message)})`);
    page = await site.open('/');
    await page.exposeFunction('autoconsentSendMessage', async (message: Message) => {
      messages.push(message);
      if (message.type === 'init') {
        const config = {
          enabled: true,
          autoAction,
          disabledCmps: [],
          detectRetries: 20,
          enableCosmeticRules: true,
        };
        await tell({
          type: 'initResp',
          config,
          rules: { autoconsent: [JSON.parse(read('autoconsent.json'))] },
        });
      }
      if (message.type === 'autoconsentDone') await tell({ type: 'selfTest' });
    });
    await page.evaluate(contentScript);
    await expect
      .poll(() => messages.map(({ type }) => type), { timeout: 15_000 })
      .toContain('selfTestResult');
    return messages;
  }
  const ofType = (messages: Message[], type: string) => messages.filter((message) => message.type === type);

  it.each([
    ['optOut', 'optOutResult', 'reject', 'denied'],
    ['optIn', 'optInResult', 'accept', 'granted'],
  ] as const)(
    'LAW-L1-001 detects the notice, does the %s and passes its self-test',
    async (way, result, action, answer) => {
      site.submissions.length = 0;
      const messages = await run(way);
      expect(ofType(messages, 'popupFound')).toMatchObject([{ cmp: 'avowal' }]);
      expect(ofType(messages, result)).toMatchObject([{ cmp: 'avowal', result: true }]);
      expect(ofType(messages, 'selfTestResult')).toMatchObject([{ cmp: 'avowal', result: true }]);
      expect(ofType(messages, 'autoconsentError')).toEqual([]);
      await expect
        .poll(() => site.submissions)
        .toMatchObject([{ action, layer: 'notice', purposes: { statistics: answer } }]);
    },
  );
});

interface Selection {
  readonly selector: string;
}

/** Every `{ parent, target }` of a rule. */
function* selections(rule: unknown): Generator<{ parent?: Selection; target: Selection }> {
  if (typeof rule !== 'object' || rule === null) return;
  if ('target' in rule) yield rule as { target: Selection };
  for (const part of Object.values(rule)) yield* selections(part);
}

describe('the rule for Consent-O-Matic', () => {
  it('finds what it names, one element each, in the open shadow root', async () => {
    page = await site.open('/');
    await page.locator('avowal-notice [role=dialog]').waitFor();
    const found = [...selections(JSON.parse(read('consent-o-matic.json')))];
    expect(found.length).toBeGreaterThanOrEqual(5);
    for (const { parent, target } of found) {
      const count = await page.evaluate(
        ([outer, inner]) =>
          ((outer && document.querySelector(outer)?.shadowRoot) || document).querySelectorAll(inner as string)
            .length,
        [parent?.selector, target.selector],
      );
      expect({ target, count }).toEqual({ target, count: 1 });
    }
  });
});

describe("a person's own program", () => {
  it('needs no click, and is not hidden from', async () => {
    page = await site.open('/');
    expect(await page.evaluate(() => navigator.webdriver)).toBe(true);
    await page.locator('avowal-notice [role=dialog]').waitFor();
    await page.evaluate('avowal.rejectAll()');
    await expect.poll(() => page.evaluate('avowal.decided')).toBe(true);
    expect(await page.locator('avowal-notice [role=dialog]').count()).toBe(0);
  });
});
