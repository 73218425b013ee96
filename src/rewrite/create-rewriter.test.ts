import { describe, expect, it } from 'vitest';
import { AvowalError } from '../model/errors.ts';
import { createRewriter } from './create-rewriter.ts';
import { RUNTIME_CONFIG } from './testing/runtime-config.ts';

const CORE = '<script src="/_avowal/c/example.js"></script>';

async function rewrite(chunks: readonly string[], script = CORE): Promise<string> {
  const page = new ReadableStream<string>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  return (await Array.fromAsync(page.pipeThrough(createRewriter(RUNTIME_CONFIG, { script })).values())).join(
    '',
  );
}

describe('createRewriter', () => {
  it('puts the core first in <head>', async () => {
    const html = await rewrite(['<!doctype html><html lang=de><head><meta name=a></head><p>x']);
    expect(html).toBe(`<!doctype html><html lang=de><head>${CORE}<meta name=a></head><p>x`);
  });

  it.each(['<meta charset=utf-8>', '<META http-equiv="Content-Type" content="text/html; charset=utf-8">'])(
    'leaves %s before it, which browsers seek in the first bytes',
    async (meta) => {
      for (const before of ['<head>\n', '<html>'])
        expect(await rewrite([`${before}${meta}<title>x</title>`])).toBe(
          `${before}${meta}${CORE}<title>x</title>`,
        );
    },
  );

  it('puts the core before the first element of a page without <head>', async () => {
    expect(await rewrite(['<!doctype html>\n<title>x</title><p>y'])).toBe(
      `<!doctype html>\n${CORE}<title>x</title><p>y`,
    );
  });

  it('LAW-BLOCK-002 holds back a script of an optional service, with every attribute', async () => {
    const html = await rewrite([
      '<head><script async type="module" src="https://stats.test/a.js?x=1&amp;y=2" nonce="n" integrity="sha256-x"></script>',
    ]);
    expect(html).toBe(
      `<head>${CORE}<script type="text/plain" async="" data-avowal-type="module" data-avowal-src="https://stats.test/a.js?x=1&amp;y=2" nonce="n" integrity="sha256-x" data-avowal="stats"></script>`,
    );
  });

  it.each([
    [
      '<iframe title="v" allow="autoplay" src="//video.test/e">',
      '<iframe title="v" allow="autoplay" data-avowal-src="//video.test/e" data-avowal="video">',
    ],
    [
      '<img alt="" src="https://sub.stats.test/p.gif">',
      '<img alt="" data-avowal-src="https://sub.stats.test/p.gif" data-avowal="stats">',
    ],
    [
      '<img srcset="/a.png 1x, https://stats.test/b.png 2x">',
      '<img data-avowal-srcset="/a.png 1x, https://stats.test/b.png 2x" data-avowal="stats">',
    ],
    [
      '<link rel="preconnect" href="https://stats.test">',
      '<link rel="preconnect" data-avowal-href="https://stats.test" data-avowal="stats">',
    ],
    [
      '<link rel="stylesheet" href="https://video.test/x.css">',
      '<link rel="stylesheet" data-avowal-href="https://video.test/x.css" data-avowal="video">',
    ],
    [
      '<object data="https://video.test/o"></object>',
      '<object data-avowal-data="https://video.test/o" data-avowal="video"></object>',
    ],
    [
      '<video poster="https://video.test/p.jpg"></video>',
      '<video data-avowal-poster="https://video.test/p.jpg" data-avowal="video"></video>',
    ],
    [
      '<svg><image href="https://stats.test/i.png"/></svg>',
      '<svg><image data-avowal-href="https://stats.test/i.png" data-avowal="stats" /></svg>',
    ],
  ])('LAW-BLOCK-002 holds back %s', async (before, after) => {
    expect(await rewrite([before], '')).toBe(after);
  });

  it('holds back a path of the site itself that a rule names', async () => {
    expect(await rewrite(['<script src="/stats.js"></script>'], '')).toContain('data-avowal="stats"');
  });

  it.each([
    '<base href="https://stats.test/"><script src="a.js"></script>',
    '<base target="_top"><base href="//stats.test/x/"><img src="p.gif">',
    '<noscript><base href="https://stats.test/"><img src="p.gif"></noscript>',
    '<iframe srcdoc="<base href=https://stats.test/><img src=p.gif>"></iframe>',
  ])('LAW-BLOCK-002 resolves addresses as the browser does: %s', async (html) => {
    expect(await rewrite([html], '')).toMatch(/data-avowal="stats"|data-avowal=&quot;stats&quot;/);
  });

  it('does not let a second base, or one that is no web address, decide', async () => {
    const html =
      '<base href="data:,x"><base href="https://stats.test/"><script src="a.js"></script><img src="b.gif">';
    expect(await rewrite([html], '')).toBe(html);
  });

  it.each(['href', 'xlink:href'])('LAW-BLOCK-002 holds back a script that SVG loads by %s', async (name) => {
    // Browsers take href for xlink:href (SVG 2 §16.1.5).
    expect(await rewrite([`<svg><script ${name}="https://stats.test/a.js"></script></svg>`], '')).toBe(
      '<svg><script type="text/plain" data-avowal-href="https://stats.test/a.js" data-avowal="stats"></script></svg>',
    );
  });

  it('refuses a page address from which nothing can be resolved, instead of letting everything pass', () => {
    const begin = () => createRewriter(RUNTIME_CONFIG, { script: CORE, url: '/page' });
    expect(begin).toThrow(AvowalError);
    expect(begin).toThrow(/"\/page" is not a web address/);
  });

  it.each([
    '<script src="/app.js"></script>',
    '<link rel=stylesheet href=https://cdn.test/a.css>',
    '<link rel=stylesheet href=https://video.test/player.css>',
    '<img src=https://notstats.test/a.png>',
    '<a href="https://stats.test/">a link is not a request</a>',
    '<img src="http://[broken">',
    '<script type="text/plain" data-avowal="stats" src="https://stats.test/a.js"></script>',
  ])('leaves %s as it is', async (html) => {
    expect(await rewrite([html], '')).toBe(html);
  });

  it('LAW-BLOCK-002 holds back a pixel in <noscript>, since a visitor without JavaScript cannot consent', async () => {
    const html = await rewrite(
      ['<noscript><p>a &amp; b</p><img src="https://stats.test/p.gif"></noscript><p>after'],
      '',
    );
    expect(html).toBe(
      '<noscript><p>a &amp; b</p><img data-avowal-src="https://stats.test/p.gif" data-avowal="stats"></noscript><p>after',
    );
  });

  it('loses nothing of a page that ends inside <noscript>', async () => {
    expect(await rewrite(['<noscript>a<img src="https://stats.test/p.gif">'], '')).toBe(
      '<noscript>a<img data-avowal-src="https://stats.test/p.gif" data-avowal="stats">',
    );
  });

  it('does not read markup in scripts, comments and text areas', async () => {
    const html =
      '<script>document.write("<img src=https://stats.test/p>")</script><!-- <img src=https://stats.test/p> --><textarea><img src=https://stats.test/p></textarea>';
    expect(await rewrite([html], '')).toBe(html);
  });

  it('streams a page of 5 MB', async () => {
    const row = '<tr><td>cell &amp; cell<td><img src="https://stats.test/p.gif"></tr>\n';
    const html = await rewrite(
      Array.from({ length: 700 }, () => row.repeat(100)),
      '',
    );
    expect(html.match(/data-avowal-src/g)).toHaveLength(70_000);
  });
});
