import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NoticeButtonFacts } from '../../model/notice-facts.ts';
import { launchChromium } from '../testing/launch-chromium.ts';
import { measureNotice } from './measure-notice.ts';
import { noticeRoot } from './notice-root.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(() => browser.close());

const BUTTONS = `<p>We use cookies.</p>
<button id="yes" style="width:120px;height:40px;border:0;font:700 16px sans-serif;background:#064;color:#fff">Accept
  all</button>
<a href="#" id="no" style="color:#064;font:400 12px sans-serif">Reject</a>
<button style="display:none">Hidden</button>
<button style="background:linear-gradient(red, blue)">Settings</button>`;

/** What is measured on a page; `root` finds the notice's tree in the page. */
async function measure(html: string, root = 'document'): Promise<NoticeButtonFacts[]> {
  await page.setContent(html);
  return page.evaluate(
    `(() => {
      const [yes, no] = ['#yes', '#no'].map((id) => ${root}.querySelector(id));
      return (${measureNotice.toString()})((${noticeRoot.toString()})(yes), yes, no);
    })()`,
  );
}

it('LAW-L1-003 measures the visible buttons of the notice as they are drawn, and none of the page', async () => {
  const buttons = await measure(
    `<button>Buy</button><div style="position:fixed;bottom:0">${BUTTONS}</div><a href="/x">Elsewhere</a>`,
  );
  expect(buttons.map(({ role, text }) => `${role}: ${text}`)).toEqual([
    'accept: Accept all',
    'reject: Reject',
    'other: Settings',
  ]);
  expect(buttons[0]).toMatchObject({
    width: 120,
    height: 40,
    fontPixels: 16,
    fontWeight: 700,
    colour: 'rgb(255, 255, 255)',
    background: 'rgb(0, 102, 68)',
    isUnderlined: false,
  });
  expect(buttons[1]).toMatchObject({ fontPixels: 12, background: 'none', isUnderlined: true });
  expect(buttons[2]?.background).toContain('linear-gradient');
});

it('finds its way out of a shadow root to the notice around it', async () => {
  const buttons = await measure(
    `<button>Buy</button><div role="dialog"><div id="host"><template shadowrootmode="open">${BUTTONS}</template></div><button>More</button></div>`,
    "document.querySelector('#host').shadowRoot",
  );
  expect(buttons.map(({ text }) => text).toSorted()).toEqual(['Accept all', 'More', 'Reject', 'Settings']);
});

it('takes the whole body for the notice where nothing else is one', async () => {
  const buttons = await measure(`<main>${BUTTONS}</main>`);
  expect(buttons.map(({ role }) => role)).toEqual(['accept', 'reject', 'other']);
});
