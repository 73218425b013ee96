import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningDemo, startDemoSite } from '../start-demo-site.ts';
import { openBrowser } from '../testing/open-browser.ts';

let demo: RunningDemo;
let browser: Browser;
let context: BrowserContext;
let page: Page;

const open = (path: string) => page.goto(new URL(path, demo.url).href, { waitUntil: 'load' });

async function fillForm(): Promise<void> {
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('Your e-mail address').fill('ada@example.org');
  await page.getByLabel('Your message').fill('Hello');
}

const send = async () => {
  await page.getByRole('button', { name: 'Send' }).click();
  return page.getByRole('heading', { level: 1 }).textContent();
};

beforeAll(async () => {
  demo = await startDemoSite({ port: 0 });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await demo.close();
});

beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
});

afterEach(() => context.close());

describe('with every third party', () => {
  it('the captcha lets a person through', async () => {
    await open('/contact');
    await fillForm();
    await page.frameLocator('iframe[title="Captcha"]').getByLabel('I am not a robot').check();
    expect(await send()).toBe('Thank you');
  });

  it('the video plays', async () => {
    await open('/blog/a-week-without-an-inbox');
    const player = page.frameLocator('iframe');
    await player.getByRole('button', { name: 'Play' }).click();
    await player.getByText('0:01').waitFor();
  });

  it('an article that was read before says so', async () => {
    await open('/blog/a-week-without-an-inbox');
    expect(await page.locator('#reading-list').textContent()).toBe('');
    await open('/blog/a-week-without-an-inbox');
    expect(await page.locator('#reading-list').textContent()).toContain('read this article before');
  });

  it('the sign is set in the web font', async () => {
    await open('/');
    await page.evaluate(() => document.fonts.ready);
    const fonts = await page.evaluate(() =>
      [...document.fonts].map(({ family, status }) => [family, status]),
    );
    expect(fonts).toEqual([['Kopano Sign', 'loaded']]);
  });
});

describe('without any third party, bot manager or storage', () => {
  beforeEach(async () => {
    const ownHost = new URL(demo.url).host;
    await page.route(
      (url) => url.host !== ownHost || url.pathname.startsWith('/akam/'),
      (route) => route.abort(),
    );
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
    });
  });

  it('no script of the site fails', async () => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    for (const path of ['/', '/product', '/blog/a-week-without-an-inbox', '/contact', '/releases']) {
      await open(path);
    }
    expect(errors).toEqual([]);
  });

  it('the contact form says what is missing, and can be sent by answering the question', async () => {
    await open('/contact');
    await fillForm();
    expect(await send()).toBe('Write to us');
    expect(await page.locator('#sum-error').textContent()).toContain('answer the question instead');
    await page.getByLabel('how much is three and four').fill('7');
    expect(await send()).toBe('Thank you');
  });

  it('the shop sells', async () => {
    await open('/product');
    await page.getByRole('button', { name: 'Add to basket: Starter' }).click();
    expect(await page.locator('tfoot').textContent()).toContain('€ 190');
    expect(new URL(page.url()).hash).toBe('#basket');
  });

  it('the place of the advertisement has something to read', async () => {
    await open('/');
    expect(await page.getByText('This space is for rent.').isVisible()).toBe(true);
  });

  it('release notes still tell the state of each ticket', async () => {
    await open('/releases');
    expect(await page.getByRole('img', { name: 'In review' }).count()).toBe(1);
  });
});
