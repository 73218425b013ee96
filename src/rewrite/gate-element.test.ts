import { describe, expect, it } from 'vitest';
import { createPageRewriter } from './page-rewriter.ts';
import { RUNTIME_CONFIG } from './testing/runtime-config.ts';

function rewrite(html: string): string {
  const page = createPageRewriter(RUNTIME_CONFIG, { script: '' });
  return page.write(html) + page.end();
}

const S = 'https://stats.test/x';
const V = 'https://video.test/x';
const MARK = 'data-avowal="stats"';

describe('LAW-BLOCK-002 what asks an optional service is held back', () => {
  it.each([
    [
      'script',
      `<script src="${S}"></script>`,
      `<script type="text/plain" data-avowal-src="${S}" ${MARK}></script>`,
    ],
    [
      'upper case',
      `<SCRIPT SRC=${S}></SCRIPT>`,
      `<SCRIPT type="text/plain" data-avowal-src=${S} ${MARK}></SCRIPT>`,
    ],
    ['video', `<video src="${S}" controls>`, `<video data-avowal-src="${S}" controls="" ${MARK}>`],
    ['audio source', `<source src="${S}">`, `<source data-avowal-src="${S}" ${MARK}>`],
    ['picture source', `<source srcset="${S} 2x">`, `<source data-avowal-srcset="${S} 2x" ${MARK}>`],
    ['track', `<track src="${S}">`, `<track data-avowal-src="${S}" ${MARK}>`],
    ['embed', `<embed src="${S}">`, `<embed data-avowal-src="${S}" ${MARK}>`],
    ['frame', `<frame src="${S}">`, `<frame data-avowal-src="${S}" ${MARK}>`],
    ['image button', `<input type=image src="${S}">`, `<input type=image data-avowal-src="${S}" ${MARK}>`],
    ['image as HTML knows it', `<image src="${S}">`, `<image data-avowal-src="${S}" ${MARK}>`],
    ['background', `<table background="${S}">`, `<table data-avowal-background="${S}" ${MARK}>`],
    ['ping of a link', `<a href="/" ping="/p ${S}">`, `<a href="/" data-avowal-ping="/p ${S}" ${MARK}>`],
    [
      'xlink:href',
      `<svg><image xlink:href="${S}"/></svg>`,
      `<svg><image data-avowal-href="${S}" ${MARK} /></svg>`,
    ],
    ['use', `<svg><use href="${S}#a"/></svg>`, `<svg><use data-avowal-href="${S}#a" ${MARK} /></svg>`],
    [
      'filter image',
      `<svg><feImage href="${S}"/></svg>`,
      `<svg><feImage data-avowal-href="${S}" ${MARK} /></svg>`,
    ],
    [
      'refresh',
      `<meta http-equiv="Refresh" content="3; URL='${S}'">`,
      `<meta data-avowal-http-equiv="Refresh" content="3; URL='${S}'" ${MARK}>`,
    ],
    [
      'preloaded image set',
      `<link rel=preload as=image imagesrcset="/a 1x,${S} 2x" href=/a>`,
      `<link rel=preload as=image data-avowal-imagesrcset="/a 1x,${S} 2x" href=/a ${MARK}>`,
    ],
  ])('%s', (_, before, after) => {
    expect(rewrite(before)).toBe(after);
  });

  it.each([
    'modulepreload',
    'preload',
    'prefetch',
    'preconnect',
    'dns-prefetch',
    'stylesheet',
    'icon',
    'manifest',
  ])('a link of type %s', (rel) => {
    expect(rewrite(`<link rel="${rel} alternate" href="${S}">`)).toBe(
      `<link rel="${rel} alternate" data-avowal-href="${S}" ${MARK}>`,
    );
  });

  it.each(['canonical', 'alternate', 'author license', 'me', ''])(
    'no link of type "%s", which asks nothing',
    (rel) => {
      const html = `<link rel="${rel}" href="${S}">`;
      expect(rewrite(html)).toBe(html);
    },
  );

  it('each attribute for itself: a picture of the site keeps its own address', () => {
    expect(rewrite(`<img src=/a.png srcset="/a.png 1x, ${S} 2x">`)).toBe(
      `<img src=/a.png data-avowal-srcset="/a.png 1x, ${S} 2x" ${MARK}>`,
    );
  });

  it('whatever the address is written like', () => {
    for (const address of [
      '//stats.test/x',
      'https:\\\\stats.test\\x',
      ' \n https://STATS.test./x ',
      'ht\ntps://st\tats.test/x',
      'https&colon;//stats&#46;test/x',
      'https://user:pass@stats.test:8443/x',
      'https://%73tats.test/',
    ])
      expect(rewrite(`<img src="${address}">`), address).toContain(`data-avowal-src="${address}"`);
  });

  it('the second of two equal attributes does not come to life when the first is renamed', () => {
    expect(rewrite(`<img src="${S}" SRC="${V}">`)).toBe(`<img data-avowal-src="${S}" ${MARK}>`);
  });

  it('an attribute without a value swallows no mark', () => {
    expect(rewrite(`<img alt= src=${S} x=>`)).toBe(`<img alt= src=${S} x=>`);
    expect(rewrite(`<img src=${S} alt=>`)).toBe(`<img data-avowal-src=${S} alt="" ${MARK}>`);
  });

  it('VND-META-001 the picture that a pixel has in <noscript>', () => {
    expect(rewrite(`<noscript><img height="1" src="${S}"/></noscript>`)).toBe(
      `<noscript><img height="1" data-avowal-src="${S}" ${MARK} /></noscript>`,
    );
  });

  it('what a template holds', () => {
    expect(rewrite(`<template><img src="${S}"></template>`)).toContain(MARK);
  });
});

describe('what is not rewritten', () => {
  it.each([
    `<script type="text/plain" data-avowal="stats" src="${S}"></script>`,
    `<script>"<img src=${S}>"</script><!-- <img src=${S}> --><textarea><img src=${S}></textarea>`,
    `<a href="${S}">link</a><form action="${S}"></form><blockquote cite="${S}"></blockquote>`,
    `<meta property="og:image" content="${S}"><meta http-equiv="refresh" content="30">`,
    `<template><base href="https://stats.test/"></template><img src="own.png">`,
    `<svg><base href="https://stats.test/"></base></svg><img src="own.png">`,
    `<iframe><img src="${S}"></iframe><xmp><img src="${S}"></xmp><plaintext><img src="${S}">`,
  ])('%s', (html) => {
    expect(rewrite(html)).toBe(html);
  });

  it('an element that is marked already keeps its mark, and loses what would go out all the same', () => {
    const html = `<iframe data-avowal="media" data-avowal-src="${V}"></iframe>`;
    expect(rewrite(html)).toBe(html);
    expect(rewrite(`<iframe data-avowal="media" src="${V}"></iframe>`)).toBe(html);
  });
});

describe('CSS', () => {
  it('LAW-BLOCK-002 a style attribute loads nothing, and comes back', () => {
    expect(rewrite(`<p style="background:url('${S}') top;color:red">`)).toBe(
      `<p style="background:none top;color:red" data-avowal-style="background:url('${S}') top;color:red" ${MARK}>`,
    );
  });

  it('LAW-BLOCK-002 a style sheet loads nothing, and waits behind it with its nonce', () => {
    const css = `@import "${S}"; @font-face { src: url(${V}) } p { background: url(/own.png) }`;
    const without = '@none; @font-face { src: none } p { background: url(/own.png) }';
    const copy = (id: string, text: string) =>
      `<style data-avowal-text="${text.replaceAll('"', '&quot;')}" data-avowal="${id}" nonce="n" media=print></style>`;
    expect(rewrite(`<style nonce="n" media=print id=a>${css}</style>`)).toBe(
      `<style nonce="n" media=print id=a>${without}</style>` +
        copy('stats', css.replace(`url(${V})`, 'none')) +
        copy('video', css.replace(`@import "${S}"`, '@none')),
    );
  });

  it('LAW-BLOCK-002 an attribute that stands twice, of which the preload scanner takes the second where the first is empty', () => {
    expect(rewrite(`<img src alt="" SRC="${S}">`)).toBe('<img src="" alt="">');
    expect(rewrite(`<script src="" src="//stats&period;test/a">`)).toBe('<script src="">');
    for (const html of ['<img src src="/own">', `<img src alt="${S}">`, `<img src="/own" src="${S}">`])
      expect(rewrite(html)).toBe(html);
  });

  it('LAW-BLOCK-002 presentation attributes and style sheets of SVG', () => {
    expect(rewrite(`<svg><path fill="url(${S}#a)"/></svg>`)).toBe(
      `<svg><path fill="none" data-avowal-fill="url(${S}#a)" ${MARK} /></svg>`,
    );
    expect(rewrite(`<svg><style>a{fill:url(${S})}</style></svg>`)).toBe(
      '<svg><style>a{fill:none}</style></svg>',
    );
    expect(rewrite(`<svg><style><![CDATA[a{fill:url(${S})}]]></style></svg>`)).toBe(
      '<svg><style><![CDATA[a{fill:none}]]></style></svg>',
    );
    expect(rewrite(`<svg><style><img src="${S}"></style>`)).toContain(MARK);
  });

  it.each([
    [
      'behind a comment',
      `<!-- a --><!--> b{} <!---> c{fill:url(${S})}`,
      '<!-- a --><!--> b{} <!---> c{fill:none}',
    ],
    ['behind a CDATA section', `<![CDATA[a{}]]>b{fill:url(${S})}`, '<![CDATA[a{}]]>b{fill:none}'],
    [
      'behind a sign that begins no tag',
      `@media (width < 9em){a{content:"<";fill:url(${S})}}`,
      '@media (width &lt; 9em){a{content:"&lt;";fill:none}}',
    ],
    ['in character references', `a{fill:url(&quot;${S}?a&amp;b&quot;)}`, 'a{fill:none}'],
    [
      'that a CDATA section takes as they are',
      `<![CDATA[a{b:"&quot;";fill:url(${S})}]]>`,
      '<![CDATA[a{b:"&quot;";fill:none}]]>',
    ],
  ])('LAW-BLOCK-002 style sheets of SVG %s', (_, css, gated) => {
    expect(rewrite(`<svg><style>${css}</style></svg>`)).toBe(`<svg><style>${gated}</style></svg>`);
    const harmless = `<svg><style>${css.replaceAll(S, '/own')}</style></svg>`;
    expect(rewrite(harmless)).toBe(harmless);
  });
});

describe('documents, maps and rules in a page', () => {
  it('LAW-BLOCK-002 srcdoc is rewritten, and comes back whole where one service decides', () => {
    const html = rewrite(`<iframe srcdoc="<p>a &amp;amp; b<img src='${S}'>"></iframe>`);
    expect(html).toBe(
      `<iframe srcdoc="<p>a &amp;amp; b<img data-avowal-src='${S}' data-avowal=&quot;stats&quot;>" data-avowal-srcdoc="<p>a &amp;amp; b<img src='${S}'>" ${MARK}></iframe>`,
    );
  });

  it('LAW-BLOCK-002 what calls several services waits for all of them', () => {
    expect(rewrite(`<iframe srcdoc="<img src='${S}'><img src='${V}'>"></iframe>`)).toMatch(
      / data-avowal=""><\/iframe>$/,
    );
    expect(rewrite(`<video src="${V}" poster="${S}">`)).toBe(
      `<video data-avowal-src="${V}" data-avowal-poster="${S}" data-avowal="">`,
    );
    expect(rewrite(`<p style="background:url(${S}),url(${V})">`)).toBe(
      '<p style="background:none,none" data-avowal="">',
    );
  });

  it('LAW-BLOCK-002 srcdoc within srcdoc', () => {
    expect(rewrite(`<iframe srcdoc='<iframe srcdoc="&lt;img src=${S}&gt;">'></iframe>`)).toContain(
      `data-avowal=&amp;quot;stats&amp;quot;`,
    );
  });

  it('LAW-BLOCK-002 an import map resolves no specifier to an optional service; those wait', () => {
    const map = { imports: { app: '/app.js', s: S }, scopes: { '/x/': { t: V } }, integrity: {} };
    const html = rewrite(`<script type="importmap" nonce=n>${JSON.stringify(map)}</script>`);
    expect(html).toBe(
      '<script type="importmap" nonce=n>{"imports":{"app":"/app.js"},"scopes":{"/x/":{}},"integrity":{}}</script>' +
        `<script type="text/plain" data-avowal-type="importmap" data-avowal="stats" nonce=n>{"imports":{"s":"${S}"},"scopes":{"/x/":{}}}</script>` +
        `<script type="text/plain" data-avowal-type="importmap" data-avowal="video" nonce=n>{"imports":{},"scopes":{"/x/":{"t":"${V}"}}}</script>`,
    );
  });

  it.each([
    `import "${S}"`,
    `import a, { b as c } from '${S}';`,
    `export * from\n"${S}"`,
    `const later = () => import( '${S}' )`,
    `import/**/"${S}"`,
    `import a from // why\n /* how */ "${S}"`,
    `await import(\`${S}\`)`,
  ])('LAW-BLOCK-002 an inline module that imports from an optional service waits whole: %s', (code) => {
    expect(rewrite(`<script type="module" nonce="n">${code}</script><p>`)).toBe(
      `<script type="module" nonce="n"></script><script type="text/plain" data-avowal-type="module" data-avowal="stats" nonce="n">${code}</script><p>`,
    );
  });

  it.each([
    ['', `import("${S}").then(start)`],
    ['', `if (a) { await import( '${S}' ) }`],
    [' type="text/javascript"', `import('${S}')`],
    ['', `import(/* webpackIgnore: true */ /* webpackPrefetch: 1 */ "${S}")`],
    ['', `import(\`${S}\`)`],
  ])(
    'LAW-BLOCK-002 a script%s that calls import() with an address of an optional service waits whole: %s',
    (type, code) => {
      const kept = type.replace(' type=', '') || '""';
      expect(rewrite(`<script${type}>${code}</script><p>`)).toBe(
        `<script${type}></script><script type="text/plain" data-avowal-type=${kept} data-avowal="stats">${code}</script><p>`,
      );
    },
  );

  it.each([
    `import('/own.js'); fetch('${S}')`,
    `reimport('${S}'); loader.import('${S}'); $import('${S}')`,
    `say("from '${S}'")`,
    `import(address)`,
    `import(\`\${host}/a.js\`)`,
  ])('a script that calls it with nothing of the kind runs: %s', (code) => {
    const html = `<script>${code}</script>`;
    expect(rewrite(html)).toBe(html);
  });

  it('what a script imports that is of another type, or that its owner has marked, is as it was', () => {
    for (const attribute of [
      'type="application/json"',
      'type="text/template"',
      'data-avowal="video" type="text/plain"',
    ]) {
      const html = `<script ${attribute}>import('${S}')</script>`;
      expect(rewrite(html)).toBe(html);
    }
  });

  it('LAW-BLOCK-002 one that imports from several services does not run', () => {
    expect(rewrite(`<script type=module>import '${S}'; import '${V}'</script>`)).toContain(
      'data-avowal="stats video"',
    );
  });

  it.each([
    `import './a.js'; fetch("${S}")`,
    `const from = "${S}x"`,
    'import { a } from "a"',
    `imports("${S}")`,
  ])('an inline module that imports nothing of the kind runs: %s', (code) => {
    const html = `<script type="module">${code}</script>`;
    expect(rewrite(html)).toBe(html);
  });

  it('LAW-BLOCK-002 speculation rules fetch no page of an optional service, whose lists wait beside them', () => {
    const rules = {
      prefetch: [{ urls: ['/next', S], eagerness: 'eager' }, { where: { href_matches: '/*' } }],
      prerender: [{ urls: ['/next'] }],
    };
    const html = rewrite(`<script type="speculationrules">${JSON.stringify(rules)}</script>`);
    const [first = '', waiting = ''] = html.split('</script>');
    const gated = JSON.parse(first.slice(first.indexOf('{')));
    expect(gated.prefetch[0]).toEqual({ urls: ['/next'], eagerness: 'eager' });
    expect(gated.prefetch[1].where.and[0]).toEqual({ href_matches: '/*' });
    expect(gated.prefetch[1].where.and[1].not.href_matches).toEqual([
      '*://video.test/*',
      '*://*.video.test/*',
      '*://stats.test/*',
      '*://*.stats.test/*',
      '*://*/stats.js*',
    ]);
    expect(waiting).toMatch(
      /^<script type="text\/plain" data-avowal-type="speculationrules" data-avowal="stats">/,
    );
    expect(JSON.parse(waiting.slice(waiting.indexOf('{')))).toEqual({
      prefetch: [{ urls: [S], eagerness: 'eager' }],
    });
  });

  it.each(['{', '[1]', 'null', '{"imports":5}', '{"prefetch":5}', ''])('broken ones pass: %s', (text) => {
    for (const type of ['importmap', 'speculationrules'])
      expect(rewrite(`<script type=${type}>${text}</script>`)).toBe(`<script type=${type}>${text}</script>`);
  });
});
