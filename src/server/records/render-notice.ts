import { type Browser, chromium } from 'playwright-core';
import { compileRuntime } from '../../knowledge/config/compile-runtime.ts';
import { AvowalError } from '../../model/errors.ts';
import type { NoticeContent } from '../../model/notice.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { findBrowser } from '../../scan/browser/find-browser.ts';
import type { BrowserBundles } from '../sites/browser-bundles.ts';
import { coreScript, noticeScript } from '../sites/script-text.ts';
import { VIEWPORTS, type Viewport } from './viewports.ts';

/** What a record names by hash: all that decides how its notice looked. */
export interface ShownNotice {
  readonly config: ResolvedConfig;
  readonly notice: NoticeContent;
  readonly bundles: BrowserBundles;
  readonly locale: string;
}

/** Pictures of one notice (PNG), and the version of the browser that shows it so. */
export interface RenderedNotice {
  readonly browser: string;
  readonly pngs: Readonly<Record<Viewport, Buffer>>;
}

const WAIT_MS = 20_000;

/** No address of the site: nothing that is rendered leads anywhere. */
const SERVER = '/_avowal';

async function renderIn(browser: Browser, shown: ShownNotice, viewport: Viewport): Promise<Buffer> {
  const { config, notice, bundles, locale } = shown;
  const facts = { server: SERVER, configHash: '', uiRevision: 'kept', records: false } as const;
  const core = coreScript(compileRuntime(config, facts), bundles).replaceAll('</script', '<\\/script');
  const page = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Notice</title><script>${core}</script>`;
  const context = await browser.newContext({ viewport: VIEWPORTS[viewport], locale });
  try {
    await context.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: page });
      const [, part] = /\/(ui|details)\.kept\.[\w-]+\.js$/.exec(pathname) ?? [];
      if (part !== 'ui' && part !== 'details') return route.abort();
      return route.fulfill({ contentType: 'text/javascript', body: noticeScript(part, notice, bundles) });
    });
    const tab = await context.newPage();
    await tab.goto(`https://${config.site.domains[0]}/`);
    const control = tab.locator('[data-avowal-action]').first();
    await control.waitFor({ timeout: WAIT_MS }).catch((error) => {
      const problem = 'it showed no notice: does this configuration ask anything?';
      throw new AvowalError('BROWSER_FAILED', { browser: browser.version(), problem }, error);
    });
    return await tab.screenshot({ animations: 'disabled' });
  } finally {
    await context.close();
  }
}

/** Makes pictures of notices. */
export interface NoticeRenderer {
  /** Pictures of a notice as this browser shows it, from what was kept of it and without any network. Throws BROWSER_FAILED. */
  render(shown: ShownNotice): Promise<RenderedNotice>;
  close(): Promise<void>;
}

/** Starts a browser. Throws BROWSER_*. */
export async function openNoticeRenderer(browserName?: string): Promise<NoticeRenderer> {
  const found = findBrowser(browserName);
  if (!found) throw new AvowalError('BROWSER_MISSING');
  const { executablePath } = found;
  const browser = await chromium
    .launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    .catch((error: Error) => {
      const [problem = ''] = error.message.split('\n');
      throw new AvowalError('BROWSER_FAILED', { browser: executablePath, problem }, error);
    });
  return {
    render: async (shown) => ({
      browser: browser.version(),
      pngs: {
        phone: await renderIn(browser, shown, 'phone'),
        desktop: await renderIn(browser, shown, 'desktop'),
      },
    }),
    close: () => browser.close(),
  };
}
