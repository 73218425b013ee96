import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine, EngineTab } from './testing/engines/engine.ts';
import { ENGINES } from './testing/engines/engines.ts';
import { waitFor } from './testing/engines/in-page.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const html = (body: string, head = '{CORE}') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>${head}</head><body><main><h1>Page</h1>${body}</main></body></html>`;

const POLICY =
  "script-src 'nonce-n' 'strict-dynamic'; style-src 'nonce-n'; require-trusted-types-for 'script'; object-src 'none'; base-uri 'none'";

const NOTICE = `document.querySelector('avowal-notice')?.shadowRoot`;
const FOCUSED = `${NOTICE}.activeElement?.getAttribute('data-avowal-action')`;

for (const { id, name, missing, start } of ENGINES) {
  describe.skipIf(missing)(`the runtime in ${name}${missing && `, ${missing}`}`, () => {
    let site: TestServer;
    let engine: Engine;
    let tab: EngineTab;
    const at = (host: string, path: string) =>
      `http://${host}.localhost:${new URL(site.origin).port}/${path}`;
    const open = async (page: string) => {
      site.pages['/'] = page;
      await tab.goto(`${site.origin}/`);
    };
    const press = (action: string) => tab.click(`[data-avowal-action="${action}"]`);
    const decided = () => waitFor(tab, 'avowal.decided');
    const isNoticeShown = `${NOTICE}?.querySelector('[role=dialog]')?.checkVisibility()`;
    const submitted = async (count: number) => {
      for (let tries = 0; site.submissions.length < count && tries < 50; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return site.submissions;
    };

    beforeAll(async () => {
      site = await startTestServer();
      engine = await start();
    });
    afterAll(async () => {
      await engine?.close();
      await site?.close();
    });
    beforeEach(async () => {
      tab = await engine.open();
      site.reached.length = 0;
      site.submissions.length = 0;
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') {
        await mkdir('.cache/failed', { recursive: true });
        await writeFile(
          `.cache/failed/${id} ${task.name.replaceAll(/\W+/g, ' ')}.png`,
          await tab.screenshot(),
        );
      }
      await tab.close();
    });

    it('LAW-L1-002 shows the notice with "Accept all", "Reject all" and "Settings"', async () => {
      await open(html(''));
      await waitFor(tab, isNoticeShown);
      expect(
        await tab.evaluate(
          `[...${NOTICE}.querySelectorAll('[role=dialog] button')].map((button) => button.getAttribute('data-avowal-action'))`,
        ),
      ).toEqual(expect.arrayContaining(['accept', 'reject', 'settings']));
    });

    it('LAW-L1-006 takes Escape and a click elsewhere for no answer', async () => {
      await open(html('<p id="elsewhere">Elsewhere</p>'));
      await waitFor(tab, isNoticeShown);
      await tab.press('Escape');
      await tab.click('h1');
      expect(await tab.evaluate('[avowal.decided, document.cookie]')).toEqual([false, '']);
      expect(await tab.evaluate(isNoticeShown)).toBe(true);
    });

    it('LAW-BLOCK-004 keeps "Reject all", tells the server, and does not ask again', async () => {
      await open(html(''));
      await press('reject');
      await decided();
      expect(await submitted(1)).toMatchObject([
        {
          action: 'reject',
          layer: 'notice',
          purposes: { media: 'denied', statistics: 'denied', ads: 'denied' },
        },
      ]);
      expect(await tab.cookies()).toEqual(['avowal']);
      await open(html(''));
      await waitFor(tab, `document.readyState === 'complete'`);
      expect(await tab.evaluate(`[avowal.decided, ${isNoticeShown} ?? false]`)).toEqual([true, false]);
    });

    it('gives back after "Accept all" in order, with every attribute', async () => {
      await open(
        html(
          `<img alt="" width="3" data-avowal="ads" data-avowal-src="${at('ads', 'p.gif')}">`,
          `{CORE}
          <script type="text/plain" data-avowal="stats" src="${at('stats', 'first.js')}" id="first" nonce="n" crossorigin="anonymous" referrerpolicy="origin"></script>
          <script type="text/plain" data-avowal="stats">(window.ran ??= []).push('inline')</script>
          <script type="text/plain" data-avowal="statistics" src="${at('stats', 'last.js')}" onload="window.loaded = true"></script>`,
        ),
      );
      await waitFor(tab, isNoticeShown);
      expect(site.reached).toEqual([]);
      await press('accept');
      await waitFor(tab, 'window.loaded');
      expect(await tab.evaluate('window.ran')).toEqual(['first.js', 'inline', 'last.js']);
      expect(
        await tab.evaluate(
          `(({ nonce, crossOrigin, referrerPolicy, type }) => [nonce, crossOrigin, referrerPolicy, type])(document.querySelector('#first'))`,
        ),
      ).toEqual(['n', 'anonymous', 'origin', '']);
      expect(await tab.evaluate(`document.querySelector('img').getAttribute('width')`)).toBe('3');
      expect(site.reached).toContain('ads.localhost/p.gif');
    });

    it('WDR-004 deletes at a withdrawal what was stored under the consent', async () => {
      await open(html(''));
      await press('accept');
      await decided();
      await tab.evaluate(`(async () => {
        document.cookie = '_st.1=x; Path=/; Max-Age=999';
        document.cookie = 'own=x; Path=/';
        localStorage.setItem('st_list', 'x');
        await new Promise((done) => { indexedDB.open('st_db').onsuccess = (event) => { event.target.result.close(); done() } });
      })()`);
      expect((await tab.cookies()).sort()).toEqual(['_st.1', 'avowal', 'own']);
      await press('open');
      await press('withdraw');
      await waitFor(tab, '!localStorage.length');
      await waitFor(tab, 'indexedDB.databases().then((all) => all.length === 0)');
      expect((await tab.cookies()).sort()).toEqual(['avowal', 'own']);
      expect((await submitted(2)).map(({ action }) => action)).toEqual(['accept', 'withdraw']);
    });

    it('A11Y-005 A11Y-006 is worked by keyboard alone, and gives the focus back', async () => {
      await open(html(''));
      await waitFor(tab, isNoticeShown);
      for (let steps = 0; steps < 8 && (await tab.evaluate(FOCUSED)) !== 'settings'; steps++)
        await tab.press('Tab');
      await tab.press('Enter');
      await waitFor(tab, `${NOTICE}.activeElement?.matches('dialog[open] h2')`);
      await tab.press('Escape');
      await waitFor(tab, `!${NOTICE}.querySelector('dialog[open]')`);
      expect(await tab.evaluate(FOCUSED)).toBe('settings');
      expect(await tab.evaluate('avowal.decided')).toBe(false);
    });

    it('LAW-L1-005 LAW-L2-003 has nothing selected in the preferences, and saves what is', async () => {
      await open(html(''));
      await press('settings');
      const switches = `[...${NOTICE}.querySelectorAll('dialog[open] [role=switch]')]`;
      await waitFor(tab, `${switches}.length`);
      expect(
        await tab.evaluate(`${switches}.filter((input) => input.checked && !input.disabled).length`),
      ).toBe(0);
      await tab.evaluate(`${switches}.find((input) => !input.disabled).focus()`);
      await tab.press('Space');
      await press('save');
      await decided();
      const [{ purposes, layer }] = (await submitted(1)) as [(typeof site.submissions)[number]];
      expect(layer).toBe('preferences');
      expect(Object.values(purposes).sort()).toEqual(['denied', 'denied', 'granted']);
    });

    it('VND-YT-001 shows a placeholder for an embed, and this one alone on request', async () => {
      await open(
        html(
          `<iframe title="Our video" width="560" height="315" allow="autoplay" data-avowal="video" data-avowal-src="${at('video', 'embed')}"></iframe>`,
        ),
      );
      await press('reject');
      await decided();
      await press('once');
      await waitFor(tab, `document.querySelector('iframe[src]')`);
      expect(
        await tab.evaluate(
          `(({ title, allow, width }) => [title, allow, width])(document.querySelector('iframe'))`,
        ),
      ).toEqual(['Our video', 'autoplay', '560']);
      for (let tries = 0; site.reached.length < 1 && tries < 50; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      expect(site.reached).toEqual(['video.localhost/embed']);
    });

    it('GCM-001 tells Google "denied" before any tag', async () => {
      await open(html(''));
      expect(await tab.evaluate(`dataLayer.map((entry) => [...entry])`)).toMatchObject([
        ['consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' }],
      ]);
    });

    it('works under the strictest policy of content security without a report', async () => {
      await open(
        html(
          `<script nonce="n" type="text/plain" data-avowal="stats" data-avowal-src="${at('stats', 'count.js')}"></script>`,
          `<meta http-equiv="Content-Security-Policy" content="${POLICY}">
          <script nonce="n">window.reports = []; document.addEventListener('securitypolicyviolation', (e) => reports.push(e.violatedDirective + ' ' + e.sample))</script>
          <script nonce="n" src="/_avowal/c/test.js"></script>`,
        ),
      );
      await press('accept');
      await waitFor(tab, `window.ran?.includes('count.js')`);
      expect(await tab.evaluate('reports')).toEqual([]);
    });
  });
}
