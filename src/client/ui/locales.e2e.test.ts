import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findLocale, LOCALE_TAGS } from '../../knowledge/locale.ts';
import { startTestSite, type TestSite } from '../testing/test-site.ts';

/** A small phone, upright. */
const PHONE = { viewport: { width: 320, height: 640 } };

let optIn: TestSite;
let optOut: TestSite;
let page: Page;
beforeAll(async () => {
  const locales = [...LOCALE_TAGS];
  optIn = await startTestSite({ locales });
  optOut = await startTestSite({ locales, regimes: { default: 'us-ca' } });
});
afterAll(async () => {
  await optIn.close();
  await optOut.close();
});
afterEach(() => page.context().close());

/** A page in a language, with an embed of a service that waits for consent. */
async function openIn(site: TestSite, lang: string, gpc = false): Promise<void> {
  const path = `/in-${lang}`;
  site.pages[path] = `<!doctype html><html lang="${lang}"><head><title>Page</title>
<meta name="viewport" content="width=device-width">{CORE}</head><body style="margin:8px"><main><h1>1</h1>
<iframe src="http://video.localhost:1/embed" title="" width="304" height="180"></iframe></main></body></html>`;
  page = await site.open(path, { ...PHONE, gpc });
}

/** Every fault of what Avowal shows in the page as it stands, each with the element's text. */
const faults = () =>
  page.evaluate(() => {
    const found: string[] = [];
    /** Words of a button that do not stand in one line; East Asia breaks its lines anywhere. */
    const brokenWords = (button: Element) => {
      const text = button.firstChild;
      if (!(text instanceof Text)) return [];
      return [...text.data.matchAll(/[\p{L}\p{M}’]+/gu)].filter(({ 0: word, index }) => {
        const range = new Range();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const isEastAsian = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hira}\p{Script=Kana}]/u.test(word);
        return !isEastAsian && new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
      });
    };
    const report = (what: string, element: Element) =>
      found.push(`${what}: <${element.localName}> ${element.textContent.trim().slice(0, 60)}`);
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    for (const host of document.querySelectorAll('avowal-notice, avowal-placeholder')) {
      for (const element of host.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []) {
        if (!element.checkVisibility() || element.localName === 'input') continue;
        const { left, right, width } = element.getBoundingClientRect();
        if (width > 0 && (left < 0 || right > innerWidth)) report('beyond the edge of the screen', element);
        // Of inline elements both are 0.
        if (element.scrollWidth > element.clientWidth) report('wider than its room', element);
        const scrolls = getComputedStyle(element).overflowY === 'auto';
        if (!scrolls && element.clientHeight > 0 && element.scrollHeight > element.clientHeight)
          report('higher than its room', element);
        if (element.localName === 'button' && brokenWords(element).length > 0)
          report('a word broken in two', element);
        for (const { name, value } of element.attributes)
          if (name.startsWith('aria-') && /\{\w*\}/.test(value)) report(`unfilled ${name}`, element);
      }
      for (const [text] of (host.shadowRoot?.textContent ?? '').matchAll(/.{0,20}\{\w*\}/g))
        found.push(`unfilled: ${text}`);
    }
    return found;
  });

/** Where the buttons of the open layer stand. */
const buttons = (layer: string) =>
  page.locator(`${layer} .b [data-avowal-action]`).evaluateAll((all) =>
    all.map((button) => {
      const { top, bottom, width, height } = button.getBoundingClientRect();
      return { top, bottom, width, height };
    }),
  );

const open = () => page.evaluate(() => (window as unknown as { avowal: { open(): void } }).avowal.open());
const openDetails = async () => {
  await page.locator('dialog [data-avowal-action=why]').waitFor();
  for (const summary of await page.locator('dialog summary').all()) await summary.click();
};

describe.each(LOCALE_TAGS)('in %s, on a phone of 320 px', (tag) => {
  const { dir, notice } = findLocale(tag);

  it('A11Y-010, LAW-L1-002, LAW-L1-003, LAW-L1-013 the notice speaks the language of the page, in its direction, and fits with every button in sight, Accept as large as Reject', async () => {
    await openIn(optIn, tag);
    const host = page.locator('avowal-notice');
    await host.locator('[role=dialog]').waitFor();
    expect(await host.getAttribute('lang')).toBe(tag);
    expect(await host.getAttribute('dir')).toBe(dir);
    expect(await host.locator('h2').textContent()).toBe(notice.title);
    expect(await host.evaluate((element) => getComputedStyle(element).direction)).toBe(dir);
    await page.locator('avowal-placeholder [data-avowal-action=always]').waitFor();
    expect(await faults()).toEqual([]);
    const [accept, reject, settings] = await buttons('avowal-notice [role=dialog]');
    expect([accept?.width, accept?.height]).toEqual([reject?.width, reject?.height]);
    for (const button of [accept, reject, settings]) {
      expect(button?.top).toBeGreaterThan(0);
      expect(button?.bottom).toBeLessThanOrEqual(PHONE.viewport.height);
    }
  });

  it('the preferences fit with all their details, before and after an answer', async () => {
    await openIn(optIn, tag);
    await page.locator('[data-avowal-action=settings]').click();
    await openDetails();
    expect(await faults()).toEqual([]);
    await page.locator('dialog [data-avowal-action=accept]').click();
    await page.getByText(notice.saved).waitFor();
    expect(await faults()).toEqual([]);
    await open();
    await openDetails();
    await page.locator('dialog [data-avowal-action=receipt]').waitFor();
    expect(await faults()).toEqual([]);
  });

  it('US-GPC-002, US-OPT-001 notice and preferences fit where the visitor may refuse what runs', async () => {
    await openIn(optOut, tag);
    await page.locator('avowal-notice [role=dialog]').waitFor();
    expect(await faults()).toEqual([]);
    await page.context().close();
    await openIn(optOut, tag, true);
    await page.locator('avowal-notice').waitFor({ state: 'attached' });
    await open();
    await page.getByText(notice.gpcHonoured).first().waitFor();
    await openDetails();
    expect(await faults()).toEqual([]);
  });
});

it.each(['ar', 'he'])('A11Y-010 in %s the name of a cookie still reads from left to right', async (tag) => {
  await openIn(optIn, tag);
  await page.locator('[data-avowal-action=settings]').click();
  await openDetails();
  const edges = await page.locator('dialog code', { hasText: '__Secure-st' }).evaluate((code) => {
    const left = (from: number) => {
      const range = new Range();
      range.setStart(code.firstChild as Text, from);
      range.setEnd(code.firstChild as Text, from + 1);
      return range.getBoundingClientRect().left;
    };
    return [left(0), left(10)];
  });
  expect(edges[0]).toBeLessThan(edges[1] as number);
});

it.each([
  ['zh-TW', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['no', 'nb'],
  ['nn-NO', 'nb'],
  ['pt-PT', 'pt'],
  ['pt_BR', 'pt'],
  ['de-AT', 'de'],
  ['ar-EG', 'ar'],
])('LAW-L1-013 a page in %s is answered in %s', async (lang, tag) => {
  await openIn(optIn, lang);
  await page.locator('avowal-notice [role=dialog]').waitFor();
  expect(await page.locator('avowal-notice').getAttribute('lang')).toBe(tag);
  expect(await page.locator('avowal-notice h2').textContent()).toBe(findLocale(tag).notice.title);
});
