import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createRewriter } from '../../rewrite/create-rewriter.ts';
import { rewriteMiddleware } from '../../rewrite/node-middleware.ts';
import { startTestSite, type TestSite } from '../testing/test-site.ts';

// What the strict script holds back is specified vector by vector (docs/blocking.md): here stands what it leaves alone.

const STRICT = '<script src="/_avowal/c/test.strict.js"></script>';
const html = (body: string, head = STRICT) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body><main>${body}</main></body></html>`;

let site: TestSite;
let page: Page;
const errors: string[] = [];

/** Files of the site that its workers start with. */
const files: Record<string, string> = {};

beforeAll(async () => {
  site = await startTestSite({}, (request, response) => {
    const code = files[request.url ?? ''];
    if (code === undefined) return false;
    rewriteMiddleware(site.runtime, { script: '' })(request, response, () =>
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(code),
    );
    return true;
  });
  site.pages['/data.txt'] = 'own data';
});
afterEach(async () => {
  await page.context().close();
  site.reached.length = 0;
});
afterAll(() => site.close());

async function open(body: string, head?: string): Promise<void> {
  site.pages['/'] = html(body, head);
  page = await site.open();
  errors.length = 0;
  page.on('pageerror', (error) => errors.push(error.message));
  await page.locator('avowal-notice').waitFor({ state: 'attached' });
}

const stats = (path: string) => `${site.origin.replace('site.', 'stats.')}${path}`;
const acceptAll = () => page.evaluate('avowal.acceptAll()');
const reached = (part: string) => site.reached.filter((path) => path.includes(part));

/** Runs code in a worker of a blob, whose address the page forgets at once, and returns its first message. */
const inWorker = (code: string, options = '{}') =>
  page.evaluate(`new Promise((resolve, reject) => {
    const url = URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' }));
    const worker = new Worker(url, ${options});
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    URL.revokeObjectURL(url);
    worker.postMessage('hello');
  })`);

describe('Workers, before an answer', () => {
  it.each([
    ['classic', '{ name: "mine" }'],
    ['module', '{ name: "mine", type: "module" }'],
  ])('a %s one gets its messages, keeps its name, and asks the site for data', async (_, options) => {
    await open('');
    const code = `onmessage = async ({ data }) => {
      const answer = await fetch(${JSON.stringify(`${site.origin}/data.txt`)});
      postMessage([data, self.name, await answer.text(), fetch.name, typeof XMLHttpRequest.prototype.open]);
    }`;
    expect(await inWorker(code, options)).toEqual(['hello', 'mine', 'own data', 'fetch', 'function']);
  });

  it('takes a class that extends what is guarded, and `instanceof`', async () => {
    await open('');
    const code = `class Own extends WebSocket {}
      const own = new Own(${JSON.stringify(site.origin.replace('http', 'ws'))});
      postMessage([own instanceof WebSocket, own instanceof Own]);`;
    expect(await inWorker(code)).toEqual([true, true]);
  });

  it('LAW-BLOCK-002 a call to a blocked service fails as where there is no network, and reaches it in a worker that starts after yes', async () => {
    await open('');
    const code = `fetch(${JSON.stringify(stats('/worker.html'))}).then(() => postMessage('sent'), (e) => postMessage(e.name))`;
    expect(await inWorker(code)).toBe('TypeError');
    const imported = `try { importScripts(${JSON.stringify(stats('/worker.js'))}) } catch (e) { postMessage(e.name) }`;
    expect(await inWorker(imported)).toBe('NetworkError');
    expect(reached('worker')).toEqual([]);
    await acceptAll();
    expect(await inWorker(code)).toBe('sent');
  });

  it('one of a file keeps its address, its neighbours and its mode, and is guarded where the server rewrites', async () => {
    await open('');
    files['/parts/worker.js'] = `'use strict';
      importScripts('neighbour.js');
      (async () => postMessage([
        neighbour, location.pathname, (function () { return this })() === undefined, await (await fetch('../data.txt')).text(),
        await fetch(${JSON.stringify(stats('/file.html'))}).then(() => 'sent', ({ name }) => name),
      ]))()`;
    files['/parts/neighbour.js'] = 'self.neighbour = "here"';
    files['/parts/module.js'] = `import { here } from './imported.js';
      postMessage([here, import.meta.url.includes('/parts/module.js')])`;
    files['/parts/imported.js'] = 'export const here = "here"';
    const said = (path: string, options = '{}') =>
      page.evaluate(`new Promise((resolve, reject) => {
        const worker = new Worker(${JSON.stringify(path)}, ${options});
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      })`);
    expect(await said('/parts/worker.js')).toEqual([
      'here',
      '/parts/worker.js',
      true,
      'own data',
      'TypeError',
    ]);
    expect(reached('file')).toEqual([]);
    expect(await said('/parts/module.js', '{ type: "module" }')).toEqual(['here', true]);
    await acceptAll();
    expect(await said('/parts/worker.js')).toMatchObject({ 4: 'sent' });
    expect(reached('file')).toHaveLength(1);
  });

  it('shared ones stay shared', async () => {
    await open('');
    const counts = await page.evaluate(`(async () => {
      const code = 'let count = 0; onconnect = ({ ports }) => ports[0].postMessage(++count)';
      const url = URL.createObjectURL(new Blob([code]));
      const count = () => new Promise((resolve) => {
        new SharedWorker(url).port.onmessage = ({ data }) => resolve(data);
      });
      return [await count(), await count()];
    })()`);
    expect(counts).toEqual([1, 2]);
  });
});

describe('document.write, before an answer', () => {
  it('writes what stands in several calls, across scripts and the HTML between them', async () => {
    await open(`<script>
        document.write('<b id="a" title="x > y'); document.write('">1 < 2</b>');
        document.write('<i'); document.write('d>'); document.writeln('</id', '>');
        document.write('<script>window.code = 1 <');
        document.write(' 2 && "<b"</scr' + 'ipt>');
        document.write('<u id="b" ');
      </script>title="rest">3</u>`);
    expect(await page.evaluate('[a.title, a.textContent, b.title, b.textContent, window.code]')).toEqual([
      'x > y',
      '1 < 2',
      'rest',
      '3',
      '<b',
    ]);
    expect(await page.locator('id').count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('drops a tag that never ends, as a parser does, of a script that waited too', async () => {
    await open(`<p id="p">text</p>
      <script type="text/plain" data-avowal="stats">
        document.write('<b id="b">written</b><i id="i" ');
        setTimeout(() => { window.ran = true });
      </script>`);
    await acceptAll();
    await page.waitForFunction('window.ran');
    expect(await page.evaluate('[p.textContent, b.textContent, document.getElementById("i")]')).toEqual([
      'text',
      'written',
      null,
    ]);
  });
});

describe('Frames of the page itself, before an answer', () => {
  it('lend their functions, ask the site for data, keep what may be kept, and can be written', async () => {
    await open('');
    const seen = await page.evaluate(`(async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const own = frame.contentWindow;
      const data = await (await own.fetch('/data.txt')).text();
      own.localStorage.setItem('basket', '3');
      own.document.cookie = 'lang=en';
      own.document.open();
      own.document.write('<p>written</p>');
      own.document.close();
      return [data, localStorage.getItem('basket'), document.cookie.includes('lang=en'),
        own.document.body.textContent, own.Array.isArray([]), own.JSON.stringify({}),
        frame.contentWindow === own, own.frameElement === frame];
    })()`);
    expect(seen).toEqual(['own data', '3', true, 'written', true, '{}', true, true]);
  });

  it('leaves frames of another site alone', async () => {
    const other = site.origin.replace('site.', 'other.');
    await open(`<iframe src="${other}/"></iframe>`);
    await page.frameLocator('iframe').locator('title').waitFor({ state: 'attached' });
    const isOther = await page.evaluate(`(() => {
      const { contentWindow, contentDocument } = document.querySelector('iframe');
      contentWindow.postMessage('x', '*');
      return contentDocument === null && contentWindow.length === 0;
    })()`);
    expect(isOther).toBe(true);
  });
});

describe('A frame with a document in `srcdoc`, before an answer', () => {
  it('waits where its code names a blocked service, and runs at once where it names none', async () => {
    await open('<p>text</p>');
    await page.evaluate(`(() => {
      for (const [id, address] of [['own', '/data.txt'], ['third', '${stats('/frame.html')}']]) {
        const frame = document.createElement('iframe');
        frame.id = id;
        frame.srcdoc = '<body>' + id + '<script>fetch("' + address + '")</' + 'script>';
        document.body.append(frame);
      }
    })()`);
    await expect
      .poll(() => page.frameLocator('#own').locator('body').textContent(), { timeout: 10_000 })
      .toContain('own');
    expect(reached('frame')).toEqual([]);
    await acceptAll();
    await expect.poll(() => reached('frame')).toHaveLength(1);
  });
});

describe('CSS that scripts write, before an answer', () => {
  it('stays as it is where it calls no blocked service', async () => {
    await open('<p id="p" style="color: red">text</p>');
    const css =
      'p::before { content: "(url" } p { background: url("/own.gif"), url(data:image/gif;base64,R0lG) }';
    const seen = await page.evaluate(`(async () => {
      const css = ${JSON.stringify(css)};
      const style = document.createElement('style');
      style.textContent = css;
      document.head.append(style);
      style.append(document.createTextNode('a { color: blue }'));
      style.sheet.insertRule('b { cursor: url("/own.cur"), auto }');
      p.style.backgroundImage = 'url("/own.gif")';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('i { background: url("/own.gif") }');
      await Promise.resolve();
      return [style.textContent, style.sheet.cssRules.length, style.sheet.cssRules[0].cssText, p.style.cssText, sheet.cssRules[0].cssText];
    })()`);
    expect(seen).toEqual([
      `${css}a { color: blue }`,
      4,
      'b { cursor: url("/own.cur"), auto; }',
      'color: red; background-image: url("/own.gif");',
      'i { background: url("/own.gif"); }',
    ]);
  });

  it('the style of an element comes back after yes, unless the page has written another', async () => {
    await open('<p id="kept">text</p><p id="changed">text</p>');
    await page.evaluate(`(async () => {
      for (const element of [kept, changed])
        element.style.cssText = 'color: red; background-image: url("${stats('/element.gif')}") !important';
      await Promise.resolve();
      changed.style.backgroundImage = 'url("/own.gif")';
    })()`);
    const images = '[kept.style.backgroundImage, changed.style.backgroundImage]';
    expect(await page.evaluate(images)).toEqual(['none', 'url("/own.gif")']);
    await acceptAll();
    await expect.poll(() => reached('element')).toHaveLength(1);
    expect(await page.evaluate(images)).toEqual([`url("${stats('/element.gif')}")`, 'url("/own.gif")']);
    expect(await page.evaluate('kept.style.getPropertyPriority("background-image")')).toBe('important');
  });

  it('a style sheet comes back after yes as it was written', async () => {
    await open('');
    const css = `main { color: rgb(1, 2, 3); background: url("${stats('/back.gif')}") }`;
    await page.evaluate(`(() => {
      const style = document.createElement('style');
      style.textContent = ${JSON.stringify(css)};
      document.head.append(style);
    })()`);
    expect(await page.evaluate('getComputedStyle(document.querySelector("main")).color')).toBe(
      'rgb(1, 2, 3)',
    );
    expect(reached('back')).toEqual([]);
    await acceptAll();
    await expect.poll(() => reached('back')).toHaveLength(1);
  });
});

describe('Forms and links, before an answer', () => {
  it('a visitor goes where a form or a link leads, and forms of the site go into its frames', async () => {
    await open(`<iframe name="frame"></iframe>
      <form id="own" action="/data.txt" target="frame"><button>Own</button></form>
      <form id="away" action="${stats('/away.html')}"><button>Away</button></form>`);
    await page.locator('#own button').click();
    await expect.poll(() => page.frame('frame')?.url()).toMatch(/data\.txt/);
    await page.locator('#away button').click();
    await page.waitForURL(/away\.html/);
  });
});

describe('Storage, before an answer', () => {
  it('keeps what is declared as no tracker, however a script defines it', async () => {
    await open('');
    const seen = await page.evaluate(`(() => {
      Object.defineProperty(localStorage, 'basket', { value: '3', configurable: true, enumerable: true, writable: true });
      localStorage.lang = 'en';
      localStorage.lang = 'de';
      Object.assign(localStorage, { theme: 'dark', st_list: 'x' });
      delete localStorage.theme;
      return Object.entries(localStorage).filter(([name]) => !name.startsWith('avowal')).sort();
    })()`);
    expect(seen).toEqual([
      ['basket', '3'],
      ['lang', 'de'],
    ]);
  });
});

describe('Under a strict policy with trusted types', () => {
  const POLICY =
    "script-src 'nonce-n' 'strict-dynamic'; style-src 'nonce-n'; require-trusted-types-for 'script'; object-src 'none'; base-uri 'none'";
  const HEAD = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">
    <script nonce="n">window.reports = [];
      document.addEventListener('securitypolicyviolation', (e) => reports.push(e.violatedDirective + ' ' + e.sample));</script>
    <script nonce="n" src="/_avowal/c/test.strict.js"></script>`;

  it('workers, frames, styles and writes work without a report, and what is not trusted is refused as ever', async () => {
    await open('', HEAD);
    const seen = await page.evaluate(
      `(async () => {
      const policy = trustedTypes.createPolicy('page', {
        createScriptURL: (text) => text, createHTML: (text) => text, createScript: (text) => text,
      });
      const url = URL.createObjectURL(new Blob(['postMessage("works")']));
      const worker = new Worker(policy.createScriptURL(url));
      const said = await new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data) });
      const style = document.createElement('style');
      style.nonce = 'n';
      style.textContent = 'main { color: rgb(1, 2, 3); background: url("${'{stats}'}") }';
      document.head.append(style);
      const main = document.querySelector('main');
      main.style.backgroundImage = 'url("${'{stats}'}")';
      const frame = document.createElement('iframe');
      main.append(frame);
      frame.contentDocument.body.append('x');
      let isRefused = false;
      try { main.innerHTML = '<b>x</b>' } catch { isRefused = true }
      await new Promise(requestAnimationFrame);
      return [said, getComputedStyle(main).color, main.style.backgroundImage, isRefused];
    })()`.replaceAll('{stats}', stats('/policy.gif')),
    );
    expect(seen).toEqual(['works', 'rgb(1, 2, 3)', 'none', true]);
    expect(reached('policy')).toEqual([]);
    // As without the runtime.
    expect(await page.evaluate('reports')).toEqual(['require-trusted-types-for Element innerHTML|<b>x</b>']);
  });
});

describe('After yes', () => {
  it('everything comes back in the page: elements that stood in none, of SVG, and in shadow trees of the HTML', async () => {
    const markup = html(
      `<div><template shadowrootmode="open"><section><img alt="" src="${stats('/shadow.gif')}"></section></template></div>`,
      '',
    );
    const rewriter = createRewriter(site.runtime, { script: STRICT, url: `${site.origin}/` });
    const text = new Response(markup).body?.pipeThrough(new TextDecoderStream()).pipeThrough(rewriter);
    site.pages['/'] = (await Array.fromAsync(text as ReadableStream<string>)).join('');
    page = await site.open();
    await page.locator('avowal-notice').waitFor({ state: 'attached' });
    await page.evaluate(`(() => {
      document.createElement('div').innerHTML = '<img alt="" src="${stats('/detached.gif')}">';
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
      image.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '${stats('/svg.gif')}');
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.append(image);
      document.body.append(svg);
    })()`);
    expect(reached('.gif')).toEqual([]);
    await acceptAll();
    await expect
      .poll(() => reached('.gif').sort())
      .toEqual(['stats.localhost/detached.gif', 'stats.localhost/shadow.gif', 'stats.localhost/svg.gif']);
  });

  it('nothing stands in the way of a visitor who returns', async () => {
    await open('');
    await acceptAll();
    await page.reload();
    await page.waitForFunction('window.avowal?.decided');
    expect(await page.evaluate('String(fetch) + String(Worker) + String(document.write)')).not.toMatch(
      /=>|args/,
    );
  });
});
