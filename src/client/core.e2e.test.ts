import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from './testing/test-site.ts';

let site: TestSite;
let page: Page;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());
afterEach(async () => {
  await page?.context().close();
  site.reached.length = 0;
  site.submissions.length = 0;
  for (const key of Object.keys(site.broken)) delete site.broken[key as keyof TestSite['broken']];
});

const press = async (action: string) => {
  await page.locator(`[data-avowal-action="${action}"]:visible`).first().click();
  await page.waitForTimeout(250);
};
const ran = () => page.evaluate(() => (window as unknown as { ran?: string[] }).ran ?? []);
const html = (head: string, body = '') =>
  `<!doctype html><html lang="en"><head>{CORE}${head}</head><body><main><h1>Page</h1>${body}</main></body></html>`;

/** Everything that a page can start by script, once it has loaded. */
const HOSTILE = `<script>
addEventListener('load', () => {
  const at = (path) => 'http://stats.localhost:' + location.port + '/' + path;
  const s = document.createElement('script'); s.src = at('dynamic.js'); document.head.append(s);
  const t = document.createElement('script'); t.setAttribute('src', at('attribute.js')); document.head.append(t);
  new Image().src = at('new-image');
  const i = new Image(); i.srcset = at('srcset') + ' 2x';
  document.body.insertAdjacentHTML('beforeend', '<img src="' + at('adjacent') + '">');
  const d = document.createElement('div'); document.body.append(d); d.innerHTML = '<img src="' + at('inner') + '"><iframe src="' + at('inner-frame') + '"></iframe>';
  const f = document.createElement('iframe'); f.src = at('frame'); document.body.append(f);
  for (const rel of ['stylesheet', 'preload', 'prefetch', 'preconnect']) { const l = document.createElement('link'); l.rel = rel; l.as = 'script'; l.href = at(rel); document.head.append(l); }
  fetch(at('fetch')).catch(() => {});
  fetch(new Request(at('request'))).catch(() => {});
  const x = new XMLHttpRequest(); x.open('GET', at('xhr')); x.onerror = () => { window.xhrFailed = true; }; x.send();
  navigator.sendBeacon(at('beacon'), 'x');
  for (const make of [() => new WebSocket('ws://stats.localhost:' + location.port + '/socket'), () => new EventSource(at('events')), () => new Worker('/own-stats/worker.js')]) try { make(); } catch {}
  document.cookie = '_st.1=x; Path=/';
  try { cookieStore.set('_st.2', 'x').catch(() => {}); } catch {}
  localStorage.setItem('st_list', 'x');
  try { indexedDB.open('st_db'); } catch {}
  document.cookie = 'own=1; Path=/';
  setTimeout(() => { window.finished = true; }, 300);
});
</script>`;

const finished = () => page.waitForFunction(() => (window as unknown as { finished?: boolean }).finished);
const stored = () =>
  page.evaluate(async () => ({
    cookies: document.cookie
      .split('; ')
      .map((pair) => pair.split('=')[0])
      .filter((name) => name !== 'avowal')
      .sort(),
    keys: Object.keys(localStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));

describe('before the choice', () => {
  it('LAW-BLOCK-001 LAW-BLOCK-002 lets no script request or store anything optional', async () => {
    site.pages['/'] = html(HOSTILE);
    page = await site.open();
    await finished();
    expect(site.reached).toEqual([]);
    expect(await stored()).toEqual({ cookies: ['own'], keys: [], databases: [] });
    expect(await page.evaluate(() => (window as unknown as { xhrFailed?: boolean }).xhrFailed)).toBe(true);
  });

  it('LAW-BLOCK-002 holds back what is marked in the page', async () => {
    site.pages['/'] = html(
      `<script type="text/plain" data-avowal="stats" src="http://stats.localhost:${port()}/a.js"></script>`,
      `<img alt="" data-avowal="ads" data-avowal-src="http://ads.localhost:${port()}/p.gif">`,
    );
    page = await site.open();
    await page.locator('avowal-notice [role=dialog]').waitFor();
    expect(site.reached).toEqual([]);
  });

  it('LAW-L1-006 takes scrolling, Escape and clicks elsewhere for no answer', async () => {
    site.pages['/'] = html('', '<p style="height:3000px">long</p>');
    page = await site.open();
    await page.locator('avowal-notice [role=dialog]').waitFor();
    await page.mouse.wheel(0, 2000);
    await page.keyboard.press('Escape');
    await page.mouse.click(600, 20);
    await press('settings');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(site.submissions).toEqual([]);
    expect(await page.locator('avowal-notice [role=dialog]:visible').count()).toBe(1);
  });
});

const port = () => new URL(site.origin).port;

describe('on the policy page', () => {
  it('POL-008 covers nothing before the choice; its controls open the preferences', async () => {
    site.pages['/policy'] = html('', '<button type="button" data-avowal-action="open">Settings</button>');
    page = await site.open('/policy');
    await press('open');
    await page.locator('avowal-notice dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('avowal-notice .n').count()).toBe(0);
    expect(site.submissions).toEqual([]);
  });
});

describe('after "Reject all"', () => {
  it('LAW-BLOCK-004 lets nothing optional through on this page and the next', async () => {
    site.pages['/'] = html(HOSTILE);
    page = await site.open();
    await press('reject');
    await page.reload();
    await finished();
    expect(site.reached).toEqual([]);
    expect(await stored()).toEqual({ cookies: ['own'], keys: [], databases: [] });
    expect(await page.locator('avowal-notice [role=dialog]:visible').count()).toBe(0);
    await expect
      .poll(() => site.submissions)
      .toMatchObject([
        {
          action: 'reject',
          layer: 'notice',
          purposes: { media: 'denied', statistics: 'denied', ads: 'denied' },
          services: {},
        },
      ]);
  });

  it('LAW-BLOCK-004 deletes what an earlier page of the site had stored', async () => {
    site.pages['/'] = html('');
    page = await site.open();
    await page.context().addCookies([{ name: '_st.9', value: 'x', domain: 'site.localhost', path: '/' }]);
    await press('reject');
    expect((await stored()).cookies).toEqual([]);
  });
});

describe('after "Accept all"', () => {
  it('gives everything back, in order and with every attribute', async () => {
    const at = (path: string) => `http://stats.localhost:${port()}/${path}`;
    site.pages['/'] = html(
      `<script type="text/plain" data-avowal="stats" src="${at('first.js')}" id="first" nonce="n" crossorigin="anonymous" referrerpolicy="origin"></script>
       <script type="text/plain" data-avowal="stats">(window.ran ??= []).push('inline after ' + window.ran.join())</script>
       <script type="text/plain" data-avowal="statistics" src="${at('third.js')}" onload="window.loaded = true"></script>
       <script type="text/plain" data-avowal="stats" data-avowal-type="module" src="${at('module.js')}"></script>`,
      `<img alt="dot" width="3" data-avowal="ads" data-avowal-src="http://ads.localhost:${port()}/p.gif">`,
    );
    page = await site.open();
    await press('accept');
    await page.waitForFunction(() => (window as unknown as { ran?: string[] }).ran?.length === 4);
    expect((await ran()).slice(0, 3)).toEqual(['first.js', 'inline after first.js', 'third.js']);
    expect(await page.evaluate(() => (window as unknown as { loaded?: boolean }).loaded)).toBe(true);
    expect(
      await page
        .locator('#first')
        .evaluate((element: HTMLScriptElement) => [
          element.nonce,
          element.crossOrigin,
          element.referrerPolicy,
          element.type,
        ]),
    ).toEqual(['n', 'anonymous', 'origin', '']);
    expect(site.reached).toContain('ads.localhost/p.gif');
    expect(await page.locator('img').getAttribute('width')).toBe('3');
  });

  it('LAW-BLOCK-002 still holds back what is marked for a purpose that is granted and calls a service that is not', async () => {
    site.pages['/'] = html(
      `<script type="text/plain" data-avowal="statistics" src="http://ads.localhost:${port()}/both.js"></script>
       <script type="text/plain" data-avowal="statistics" src="http://stats.localhost:${port()}/count.js"></script>`,
    );
    page = await site.open();
    await page.evaluate(`avowal.set({ purposes: { statistics: 'granted' }, services: {} })`);
    await page.waitForFunction(() => (window as unknown as { ran?: string[] }).ran?.includes('count.js'));
    expect(site.reached).toEqual(['stats.localhost/count.js']);
    await page.evaluate('avowal.acceptAll()');
    await page.waitForFunction(() => (window as unknown as { ran?: string[] }).ran?.includes('both.js'));
  });

  it('starts what scripts had asked for while it waited, on the same element', async () => {
    site.pages['/'] = html(`<script>addEventListener('load', () => {
      const s = document.createElement('script');
      s.onload = () => { window.heard = document.querySelector('#mine') === s; };
      s.id = 'mine'; s.src = 'http://stats.localhost:' + location.port + '/late.js'; document.head.append(s);
    })</script>`);
    page = await site.open();
    await page.locator('avowal-notice [role=dialog]').waitFor();
    expect(await ran()).toEqual([]);
    await press('accept');
    await page.waitForFunction(() => (window as unknown as { heard?: boolean }).heard);
    expect(await ran()).toEqual(['late.js']);
  });

  it('lets everything through on the next page, without the notice', async () => {
    site.pages['/'] = html(HOSTILE);
    page = await site.open();
    await press('accept');
    site.reached.length = 0;
    await page.reload();
    await finished();
    expect(site.reached).toEqual(
      expect.arrayContaining([
        'stats.localhost/dynamic.js',
        'stats.localhost/fetch',
        'stats.localhost/beacon',
        'stats.localhost/frame',
      ]),
    );
    expect((await stored()).cookies).toEqual(['_st.1', '_st.2', 'own']);
    expect(await page.locator('avowal-notice').count()).toBe(0);
  });
});

describe('withdrawal', () => {
  it('WDR-004 deletes the trackers of the site and blocks again', async () => {
    site.pages['/'] = html(HOSTILE);
    page = await site.open();
    await press('accept');
    await page.reload();
    await finished();
    await press('open');
    await press('withdraw');
    await page.waitForTimeout(200);
    const left = await stored();
    expect({ cookies: left.cookies, keys: left.keys }).toEqual({ cookies: ['own'], keys: [] });
    site.reached.length = 0;
    await page.reload();
    await finished();
    // A database goes when the last page that has it open has gone.
    expect((await stored()).databases).toEqual([]);
    expect(site.reached).toEqual([]);
    await expect.poll(() => site.submissions.map(({ action }) => action)).toEqual(['accept', 'withdraw']);
    expect(site.submissions[1]?.supersedes).toBe(site.submissions[0]?.id);
  });

  it('WDR-004 deletes a cookie with the prefix __Secure- too', async () => {
    site.pages['/'] = html('');
    page = await site.open();
    await press('accept');
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: the oldest interface is what trackers use.
      document.cookie = '__Secure-st=1; Path=/; Secure';
    });
    expect((await stored()).cookies).toEqual(['__Secure-st']);
    await press('open');
    await press('withdraw');
    expect((await stored()).cookies).toEqual([]);
  });

  it('WDR-004 stops what has not started yet', async () => {
    const at = (name: string) => `http://stats.localhost:${port()}/${name}.js`;
    site.pages['/'] = html(
      ['a', 'b', 'c']
        .map((n) => `<script type="text/plain" data-avowal="stats" src="${at(n)}"></script>`)
        .join(''),
    );
    page = await site.open();
    await page.evaluate('avowal.acceptAll().then(() => avowal.withdraw())');
    await page.waitForTimeout(400);
    expect(await ran()).toEqual(['a.js']);
    await page.evaluate('avowal.acceptAll()');
    await expect.poll(ran).toEqual(['a.js', 'b.js', 'c.js']);
  });

  it('WDR-004 offers to load the page again, since scripts that ran cannot be stopped', async () => {
    site.pages['/'] = html(HOSTILE);
    page = await site.open();
    await press('accept');
    await press('open');
    await press('withdraw');
    await page.getByRole('button', { name: 'Load again' }).click();
    await finished();
    expect(await page.locator('avowal-notice').count()).toBe(0);
  });
});

describe('preferences', () => {
  it('LAW-L1-005 have nothing selected at first, LAW-L2-003 save exactly what is shown', async () => {
    site.pages['/'] = html('');
    page = await site.open();
    await press('settings');
    const switches = page.getByRole('switch');
    expect(
      await switches.evaluateAll(
        (inputs: HTMLInputElement[]) => inputs.filter((input) => input.checked).length,
      ),
    ).toBe(0);
    await page.getByRole('switch', { name: 'Statistics' }).check();
    await press('save');
    await expect
      .poll(() => site.submissions)
      .toMatchObject([
        {
          action: 'save',
          layer: 'preferences',
          purposes: { media: 'denied', statistics: 'granted', ads: 'denied' },
          services: {},
        },
      ]);
    await press('open');
    expect(await page.getByRole('switch', { name: 'Statistics' }).isChecked()).toBe(true);
    expect(await page.getByRole('switch', { name: 'Media' }).isChecked()).toBe(false);
  });

  it('LAW-L2-002 "Save" with nothing selected is a refusal', async () => {
    site.pages['/'] = html('');
    page = await site.open();
    await press('settings');
    await press('save');
    await expect
      .poll(() => site.submissions[0]?.purposes)
      .toEqual({ media: 'denied', statistics: 'denied', ads: 'denied' });
  });

  it('A11Y-006 take the focus, close with Escape and give it back', async () => {
    site.pages['/'] = html('');
    page = await site.open();
    await page.locator('[data-avowal-action=settings]').focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    expect(await page.locator('avowal-notice').evaluate((host) => host.shadowRoot?.activeElement?.id)).toBe(
      'p',
    );
    await page.keyboard.press('Escape');
    await page.waitForTimeout(50);
    expect(
      await page
        .locator('avowal-notice')
        .evaluate((host) => host.shadowRoot?.activeElement?.getAttribute('data-avowal-action')),
    ).toBe('settings');
  });
});

describe('placeholder', () => {
  const video = () =>
    html(
      '',
      `<iframe title="Our video" width="560" height="315" allow="autoplay" src="http://video.localhost:${port()}/embed"></iframe>`,
    );

  it('VND-YT-001 stands in the place of an embed, and shows this one alone on request', async () => {
    site.pages['/'] = `${video().replace(' src=', ' data-avowal="video" data-avowal-src=')}`;
    page = await site.open();
    await press('reject');
    await press('once');
    await page.locator('iframe').waitFor();
    expect(site.reached).toEqual(['video.localhost/embed']);
    expect(
      await page
        .locator('iframe')
        .evaluate((frame: HTMLIFrameElement) => [frame.title, frame.allow, frame.width]),
    ).toEqual(['Our video', 'autoplay', '560']);
    expect(site.submissions).toHaveLength(1);
    await page.reload();
    expect(await page.locator('avowal-placeholder').count()).toBe(1);
  });

  it('lets the service run from now on when asked to', async () => {
    site.pages['/'] = `${video().replace(' src=', ' data-avowal="video" data-avowal-src=')}`;
    page = await site.open();
    await press('reject');
    await press('always');
    await page.locator('iframe').waitFor();
    expect(site.submissions[1]).toMatchObject({
      action: 'save',
      layer: 'placeholder',
      purposes: { media: 'denied' },
      services: { video: 'granted' },
    });
    await page.reload();
    await page.locator('iframe').waitFor();
  });

  it('comes also where the page was not marked', async () => {
    site.pages['/'] = video();
    page = await site.open();
    await page.locator('avowal-placeholder [role=group]').waitFor();
    await press('accept');
    await page.locator('iframe[src]').waitFor();
  });
});

describe('when something fails', () => {
  it('keeps everything optional blocked where the notice does not arrive', async () => {
    site.broken.ui = true;
    site.pages['/'] = html(HOSTILE);
    page = await site.open();
    await finished();
    expect(site.reached).toEqual([]);
    expect(await page.title()).toBe('');
  });

  it('sends a record that the server could not take at the next page, once', async () => {
    site.broken.intake = true;
    site.pages['/'] = html('');
    page = await site.open();
    await press('reject');
    expect(site.submissions).toEqual([]);
    expect(await page.evaluate(() => document.cookie)).toContain('avowal=2|');
    delete site.broken.intake;
    await page.reload();
    await expect.poll(() => site.submissions.length).toBe(1);
    await page.reload();
    await page.waitForTimeout(200);
    expect(site.submissions.map(({ action }) => action)).toEqual(['reject']);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it.each(['avowal=', 'avowal=2|x', 'avowal=%00', `avowal=${'|'.repeat(900)}`])(
    'takes the damaged choice %s for none',
    async (cookie) => {
      site.pages['/'] = html(`<script>document.cookie = ${JSON.stringify(cookie)}</script>`);
      page = await site.open();
      await page.reload();
      await page.locator('avowal-notice [role=dialog]').waitFor();
    },
  );
});

describe('signals', () => {
  const types = {
    ad_storage: 'denied',
    ad_user_data: 'denied',
    ad_personalization: 'denied',
    analytics_storage: 'denied',
  };
  const layer = () =>
    page.evaluate(() =>
      ((window as unknown as { dataLayer: IArguments[] }).dataLayer ?? []).map((entry) => [...entry]),
    );

  it('GCM-001 GCM-008 send Google one default before any tag and one update for the decision', async () => {
    site.pages['/'] = html('');
    page = await site.open();
    expect(await layer()).toMatchObject([['consent', 'default', { ...types, wait_for_update: 500 }]]);
    await press('accept');
    expect(await layer()).toMatchObject([
      ['consent', 'default', {}],
      ['consent', 'update', { ad_storage: 'granted', analytics_storage: 'granted' }],
    ]);
  });

  it('GCM-002 replay the stored choice on the next page', async () => {
    site.pages['/'] = html('');
    page = await site.open();
    await press('accept');
    await page.reload();
    expect(await layer()).toMatchObject([
      ['consent', 'default', types],
      ['consent', 'update', { ad_storage: 'granted' }],
    ]);
  });

  it('US-GPC-007 Global Privacy Control grants nothing where consent is asked for', async () => {
    site.pages['/'] = html(HOSTILE);
    page = await site.open('/', { gpc: true });
    await finished();
    expect(site.reached).toEqual([]);
    expect(site.submissions).toEqual([]);
  });
});

describe('in an opt-out regime', () => {
  it('US-GPC-001 a yes from before does not stand against the signal, one given under it does', async () => {
    const us = await startTestSite({ regimes: { default: 'us-ca' } });
    try {
      us.pages['/'] = html('');
      const tab = await us.open();
      const granted = () => tab.evaluate("avowal.isGranted('ads')");
      await tab.locator('[data-avowal-action=accept]:visible').click();
      expect(await granted()).toBe(true);
      await expect.poll(() => us.submissions.length).toBe(1);
      await tab
        .context()
        .addInitScript(
          'Object.defineProperty(Navigator.prototype,"globalPrivacyControl",{get:()=>true,configurable:true})',
        );
      await tab.reload();
      // One that was under way when the page went may be sent again, under the same id.
      const records = () => [...new Map(us.submissions.map((record) => [record.id, record])).values()];
      await expect.poll(() => records().map(({ action }) => action)).toEqual(['accept', 'gpc']);
      expect(await granted()).toBe(false);
      expect(records()[1]?.consentId).toBe(records()[0]?.consentId);
      await tab.evaluate('avowal.acceptAll()');
      await tab.reload();
      expect(await granted()).toBe(true);
      await expect.poll(() => records().length).toBe(3);
      await tab.context().close();
    } finally {
      await us.close();
    }
  });

  it('US-DEF-001 lets services run before an answer; US-GPC-001 US-GPC-002 Global Privacy Control is an opt-out, and says so', async () => {
    const us = await startTestSite({ regimes: { default: 'us-ca' } });
    us.pages['/'] = html(HOSTILE);
    try {
      page = await us.open();
      await finished();
      expect(us.reached).toContain('stats.localhost/dynamic.js');
      us.reached.length = 0;
      page = await us.open('/', { gpc: true });
      await finished();
      expect(us.reached).toEqual([]);
      expect(us.submissions).toMatchObject([{ action: 'gpc', layer: 'signal', gpc: true }]);
      expect(
        await page.evaluate(() => (window as unknown as { dataLayer: unknown[][] }).dataLayer[0]?.[2]),
      ).toMatchObject({ ad_storage: 'denied', analytics_storage: 'denied' });
      expect(await page.locator('avowal-notice [role=status]').textContent()).toContain(
        'Global Privacy Control',
      );
    } finally {
      await us.close();
    }
  });
});

describe('window.avowal', () => {
  it('answers, tells and takes choices; a listener that throws harms nobody', async () => {
    site.pages['/'] = html('');
    page = await site.open();
    const said = await page.evaluate(async () => {
      const { avowal } = window as unknown as {
        avowal: {
          decided: boolean;
          choice: unknown;
          on: (event: string, fn: (choice: unknown) => void) => () => void;
          set: (choice: unknown) => Promise<void>;
          withdraw: () => Promise<void>;
        };
      };
      const heard: string[] = [];
      avowal.on('choice', () => {
        throw new Error('mine');
      });
      avowal.on('choice', () => heard.push('choice'));
      avowal.on('withdraw', () => heard.push('withdraw'));
      const unsubscribe = avowal.on('choice', () => heard.push('once'));
      const before = avowal.decided;
      await avowal.set({ purposes: { ads: 'granted' }, services: {} });
      unsubscribe();
      await avowal.withdraw();
      return { before, heard, decided: avowal.decided, choice: avowal.choice };
    });
    expect(said).toEqual({
      before: false,
      heard: ['choice', 'once', 'choice', 'withdraw'],
      decided: true,
      choice: {
        purposes: { necessary: 'granted', media: 'denied', statistics: 'denied', ads: 'denied' },
        services: {},
      },
    });
  });

  it('LAW-STO-010 asks again only when a purpose has changed', async () => {
    site.pages['/'] = html('');
    page = await site.open();
    await press('accept');
    const cookie = await page.evaluate(() => document.cookie);
    const changed = cookie.replace(/~1ads\.\w+/, '~1ads.old');
    await page.evaluate((value) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the runtime writes its cookie this way.
      document.cookie = `${value}; Path=/; Domain=site.localhost`;
    }, changed);
    await page.reload();
    await page.locator('avowal-notice [role=dialog]').waitFor();
    expect(
      await page.evaluate(
        () => (window as unknown as { avowal: { choice: { purposes: unknown } } }).avowal.choice.purposes,
      ),
    ).toEqual({ necessary: 'granted', media: 'granted', statistics: 'granted', ads: 'denied' });
  });
});
