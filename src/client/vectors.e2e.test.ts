import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from './testing/test-site.ts';

let site: TestSite;
let at: (path: string) => string;
beforeAll(async () => {
  site = await startTestSite();
  at = (path) => `http://stats.localhost:${new URL(site.origin).port}/${path}`;
});
afterAll(() => site.close());
afterEach(() => {
  site.reached.length = 0;
});

const page = (head: string, body = '') =>
  `<!doctype html><html lang="en"><head>{CORE}${head}</head><body><p>Page</p>${body}</body></html>`;

/** Loads a page and gives everything half a second; returns what reached a third party and which of its scripts ran. */
async function visit(html: string) {
  site.pages['/'] = html;
  const tab = await site.open();
  await tab.waitForTimeout(500);
  const ran = await tab.evaluate(() => (window as unknown as { ran?: string[] }).ran ?? []);
  await tab.context().close();
  return { reached: [...site.reached], ran };
}

describe('what stands in the HTML of a page without any markup', () => {
  it('never runs, even where the browser has fetched it ahead', async () => {
    const { ran } = await visit(
      page(
        `<script src="${at('head.js')}"></script><script async src="${at('async.js')}"></script>
         <script defer src="${at('defer.js')}"></script><script type="module" src="${at('module.js')}"></script>`,
        `<script src="${at('body.js')}"></script>`,
      ),
    );
    expect(ran).toEqual([]);
  });

  it.each([
    ['srcset', () => `<img alt="" srcset="${at('srcset')} 2x">`],
    ['img', () => `<img alt="" src="${at('img')}">`],
    ['script', () => `<script src="${at('script.js')}"></script>`],
    ['stylesheet', () => `<link rel="stylesheet" href="${at('style.css')}">`],
    ['iframe', () => `<iframe title="frame" src="${at('frame')}"></iframe>`],
  ])('marked as the rewriting marks it, a %s sends nothing', async (_, html) => {
    const marked = html()
      .replace('<script src', '<script type="text/plain" data-avowal="stats" src')
      .replace(/<(img|iframe|link)( .*?)(src|srcset|href)=/, '<$1 data-avowal="stats"$2data-avowal-$3=');
    expect((await visit(page(marked, marked))).reached).toEqual([]);
  });
});

describe('what scripts put in', () => {
  it.each([
    ['outerHTML', `p.outerHTML = '<img src="' + at + '">'`],
    ['document.write', `document.write('<img src="' + at + '">')`],
    ['document.write of a script', `document.write('<scr' + 'ipt src="' + at + '"></scr' + 'ipt>')`],
    [
      'append of a parsed template',
      `const t = document.createElement('template'); t.innerHTML = '<img src="' + at + '">'; document.body.append(t.content)`,
    ],
    ['video poster', `const v = document.createElement('video'); v.poster = at; document.body.append(v)`],
    ['audio', `new Audio(at)`],
    [
      'picture source',
      `document.body.insertAdjacentHTML('beforeend', '<picture><source srcset="' + at + '"><img alt=""></picture>')`,
    ],
    ['object', `const o = document.createElement('object'); o.data = at; document.body.append(o)`],
    ['embed', `const e = document.createElement('embed'); e.src = at; document.body.append(e)`],
    [
      'modulepreload',
      `const l = document.createElement('link'); l.rel = 'modulepreload'; l.href = at; document.head.append(l)`,
    ],
    ['shared worker of the own host', `try { new SharedWorker('/own-stats/worker.js') } catch {}`],
    [
      'an upper-case attribute',
      `const i = document.createElement('img'); i.setAttribute('SRC', at); document.body.append(i)`,
    ],
  ])('LAW-BLOCK-002 sends nothing: %s', async (_, code) => {
    const script = `<script>{ const p = document.querySelector('p'); const at = ${JSON.stringify(at('x'))}; ${code} }</script>`;
    expect((await visit(page('', script))).reached).toEqual([]);
  });
});
