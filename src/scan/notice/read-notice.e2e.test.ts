import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NoticeReading, PageLink } from '../../model/notice-facts.ts';
import { launchChromium } from '../testing/launch-chromium.ts';
import { noticeRoot } from './notice-root.ts';
import { type DocumentText, readDocumentText, readLinks } from './read-document.ts';
import { readNotice } from './read-notice.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  await page.route('https://site.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '' }),
  );
  await page.goto('https://site.example/');
});
afterAll(() => browser.close());

const show = (body: string) =>
  page.evaluate((html) => {
    document.documentElement.lang = 'de-AT';
    document.body.innerHTML = '';
    document.body.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    for (const template of document.querySelectorAll<HTMLTemplateElement>('template[data-root]'))
      template.parentElement?.attachShadow({ mode: 'open' }).append(template.content);
  }, body);

const read = (find: string) =>
  page.evaluate(`(${readNotice.toString()})((${noticeRoot.toString()})(${find}))`) as Promise<NoticeReading>;

const NOTICE = `<p>We use <a href="/cookies#top">cookies</a>.</p><p hidden>Nobody sees this.</p>
<button id="yes">Accept</button> <a href="#" role="button">Settings</a> <a href="/more" role="button">More</a>
<style>p { color: red }</style>`;

it('LAW-L1-009 reads the words of a notice without its buttons, and its links to other pages', async () => {
  await show(`<p>A page.</p><p hidden>Unseen.</p><div role="dialog" lang="en">${NOTICE}</div>`);
  expect(await read("document.querySelector('#yes')")).toEqual({
    language: 'en',
    pageLanguage: 'de-AT',
    text: 'We use cookies.',
    pageText: 'A page.',
    links: [
      { text: 'cookies', url: 'https://site.example/cookies#top' },
      { text: 'More', url: 'https://site.example/more' },
    ],
  });
});

it('LAW-L1-009 reads a notice in a shadow root, in the language of the page around it', async () => {
  await show(
    `<div role="dialog"><b>Cookies:</b><div id="host"><template data-root>${NOTICE}</template></div></div>`,
  );
  const { text, language } = await read("document.querySelector('#host').shadowRoot.querySelector('#yes')");
  expect(text).toBe('Cookies: We use cookies.');
  expect(language).toBe('de-AT');
});

it('POL-005 reads folded parts and shadow roots of a policy, and no script', async () => {
  await show(
    `<h1>Policy</h1><details><summary>More</summary><table><tr><td>_ga</td><td>1 year</td></tr></table></details><div><template data-root><p>_gid</p></template></div><script>secret()</script>`,
  );
  const { text, language } = (await page.evaluate(`(${readDocumentText.toString()})()`)) as DocumentText;
  expect(text.replace(/\s+/g, ' ')).toBe('Policy More _ga 1 year _gid');
  expect(language).toBe('de-AT');
});

it('POL-008 finds the links that a visitor sees, and none to the page itself', async () => {
  await show(
    `<a href="/a">A</a><a href="#b">B</a><a href="/c" hidden>C</a><a href="mailto:d@site.example">D</a><div><template data-root><a href="/e"><img alt=""></a><a href="/f" aria-label="F"> </a></template></div>`,
  );
  const links = (await page.evaluate(`(${readLinks.toString()})()`)) as PageLink[];
  expect(links.map(({ text, url }) => `${text} ${new URL(url).pathname}`)).toEqual(['A /a', ' /e', 'F /f']);
});
