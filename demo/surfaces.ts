import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { RunningPath } from './run-demo.ts';

/** Something that Avowal shows to a person. */
export interface Surface {
  readonly name: string;
  readonly show: (page: Page) => Promise<unknown>;
}

/** Everything that Avowal shows, on the demo: for pictures and for accessibility checks. */
export function surfaces({ siteUrl, server, dataDir, auditFile }: RunningPath): readonly Surface[] {
  const at = (path: string) => new URL(path, siteUrl).href;
  const openNotice = async (page: Page, path: string) => {
    await page.context().clearCookies();
    await page.goto(at(path));
    await page.locator('avowal-notice [role=dialog]').waitFor();
  };
  return [
    { name: 'notice', show: (page) => openNotice(page, '/') },
    {
      name: 'preferences',
      async show(page) {
        await openNotice(page, '/');
        await page.locator('[data-avowal-action=settings]').click();
        await page.locator('avowal-notice details').nth(1).locator('summary').click();
      },
    },
    {
      name: 'placeholder',
      async show(page) {
        await openNotice(page, '/blog/a-week-without-an-inbox');
        await page.locator('[data-avowal-action=reject]').first().click();
        await page.reload();
        const placeholder = page.locator('avowal-placeholder [role=group]');
        await placeholder.evaluate((group) => group.scrollIntoView({ block: 'center' }));
      },
    },
    {
      name: 'policy',
      async show(page) {
        await page.context().clearCookies();
        await page.goto(at('/_avowal/p/kopano'));
        await page.locator('table').first().scrollIntoViewIfNeeded();
      },
    },
    { name: 'report', show: (page) => page.goto(pathToFileURL(join(dataDir, 'kopano', 'report.html')).href) },
    {
      name: 'audit',
      async show(page) {
        await page.goto(pathToFileURL(auditFile).href);
        await page.locator('details > summary').first().click();
        await page.locator('#findings').evaluate((heading) => heading.scrollIntoView());
      },
    },
    { name: 'dashboard', show: (page) => page.goto(server.adminUrl) },
  ];
}
