import type { VectorGroup } from './vector.ts';

/** Scripts that stand in the HTML. */
export const HTML_SCRIPTS: VectorGroup = {
  title: 'Scripts in the HTML',
  note: 'Browsers read ahead in the HTML and ask for these before any script can stop them: rewriting closes the gap.',
  vectors: [
    { id: 'script-classic', name: '`<script src>` in `<head>`', head: '<script src="{at}"></script>' },
    { id: 'script-async', name: '`<script async src>`', head: '<script async src="{at}"></script>' },
    { id: 'script-defer', name: '`<script defer src>`', head: '<script defer src="{at}"></script>' },
    {
      id: 'script-module',
      name: '`<script type="module" src>`',
      head: '<script type="module" src="{at}"></script>',
    },
    { id: 'script-body', name: '`<script src>` in `<body>`', body: '<script src="{at}"></script>' },
    {
      id: 'script-end',
      name: '`<script src>` far down the page',
      body: `${'<p>A paragraph of the page, with some words in it.</p>'.repeat(40)}<script src="{at}"></script>`,
    },
    { id: 'script-svg', name: '`<svg><script href>`', body: '<svg><script href="{at}"></script></svg>' },
    {
      id: 'script-svg-xlink',
      name: '`<svg><script xlink:href>`',
      body: '<svg xmlns:xlink="http://www.w3.org/1999/xlink"><script xlink:href="{at}"></script></svg>',
    },
  ].map((vector) => ({ ...vector, seen: 'script', answer: 'js', waits: true }) as const),
};

/** Inline scripts that name an address themselves. */
export const HTML_INLINE_SCRIPTS: VectorGroup = {
  title: 'Inline code in the HTML',
  note: 'What code of the page itself imports cannot be taken back from it: mark such code.',
  vectors: [
    {
      id: 'inline-import',
      name: '`<script type="module">import "…"`',
      head: '<script type="module">import "{at}"</script>',
      seen: 'script',
      answer: 'js',
    },
    {
      id: 'event-handler',
      name: 'an event handler: `<img src="data:…" onload="new Image().src = …">`',
      body: '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" onload="new Image().src=\'{at}\'">',
      waits: true,
    },
    {
      id: 'speculation-rules',
      name: '`<script type="speculationrules">` with a prefetch',
      head: '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["{at}"],"eagerness":"immediate"}]}</script>',
      answer: 'html',
    },
  ],
};

/** What the owner of a page has marked. */
export const MARKED: VectorGroup = {
  title: 'Marked in the HTML',
  vectors: [
    {
      id: 'marked-script',
      name: '`<script type="text/plain" data-avowal="…" src>`',
      head: '<script type="text/plain" data-avowal="stats" src="{at}"></script>',
      seen: 'script',
      answer: 'js',
    },
    {
      id: 'marked-inline',
      name: '`<script type="text/plain" data-avowal="…">` inline',
      body: '<script type="text/plain" data-avowal="stats">new Image().src = "{at}"</script>',
    },
    {
      id: 'marked-purpose',
      name: 'a script marked with a purpose instead of a service',
      body: '<script type="text/plain" data-avowal="statistics" src="{at}"></script>',
      seen: 'script',
      answer: 'js',
    },
    {
      id: 'marked-module',
      name: 'a module: `data-avowal-type="module"`',
      body: '<script type="text/plain" data-avowal="stats" data-avowal-type="module" src="{at}"></script>',
      seen: 'script',
      answer: 'js',
    },
    {
      id: 'marked-image',
      name: '`<img data-avowal="…" data-avowal-src>`',
      body: '<img alt="" data-avowal="stats" data-avowal-src="{at}">',
    },
    {
      id: 'marked-frame',
      name: '`<iframe data-avowal="…" data-avowal-src>`',
      body: '<iframe title="Frame" data-avowal="stats" data-avowal-src="{at}"></iframe>',
      answer: 'html',
    },
    {
      id: 'marked-stylesheet',
      name: '`<link rel="stylesheet" data-avowal="…" data-avowal-href>`',
      head: '<link rel="stylesheet" data-avowal="stats" data-avowal-href="{at}">',
      answer: 'css',
    },
  ].map((vector) => ({ ...vector, marked: true, waits: true }) as VectorGroup['vectors'][number]),
};
