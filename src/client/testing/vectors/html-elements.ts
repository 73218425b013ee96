import type { VectorGroup } from './vector.ts';

/** Frames and embeds that stand in the HTML. */
export const HTML_FRAMES: VectorGroup = {
  title: 'Frames and embeds in the HTML',
  vectors: [
    { id: 'frame', name: '`<iframe src>`', body: '<iframe title="Frame" src="{at}"></iframe>' },
    {
      id: 'frame-lazy',
      name: '`<iframe loading="lazy" src>`',
      body: '<iframe title="Frame" loading="lazy" style="position: fixed; top: 0" src="{at}"></iframe>',
    },
    {
      id: 'srcdoc-image',
      name: 'an `<img>` in `<iframe srcdoc>`',
      body: `<iframe title="Frame" srcdoc='<img alt="" src="{at}">'></iframe>`,
    },
    {
      id: 'srcdoc-script',
      name: 'a `<script src>` in `<iframe srcdoc>`',
      body: `<iframe title="Frame" srcdoc='<script src="{at}"></script>'></iframe>`,
      seen: 'script',
      answer: 'js',
    },
    {
      id: 'srcdoc-inline',
      name: 'inline code in `<iframe srcdoc>`',
      body: `<iframe title="Frame" srcdoc='<script>new Image().src = "{at}"</script>'></iframe>`,
    },
    { id: 'object', name: '`<object data>`', body: '<object data="{at}"></object>' },
    { id: 'embed', name: '`<embed src>`', body: '<embed src="{at}">' },
  ].map((vector) => ({ answer: 'html', waits: true, ...vector }) as VectorGroup['vectors'][number]),
};

/** Pictures, sound and film that stand in the HTML. */
export const HTML_MEDIA: VectorGroup = {
  title: 'Pictures, sound and film in the HTML',
  note: 'Browsers read ahead in the HTML and ask for these before any script can stop them: rewriting closes the gap.',
  vectors: [
    { id: 'image', name: '`<img src>`', body: '<img alt="" src="{at}">' },
    {
      id: 'image-lazy',
      name: '`<img loading="lazy" src>`',
      body: '<img alt="" loading="lazy" style="position: fixed; top: 0" src="{at}">',
    },
    { id: 'image-srcset', name: '`<img srcset>`', body: '<img alt="" srcset="{at} 1x, {at} 2x">' },
    {
      id: 'picture',
      name: '`<picture><source srcset>`',
      body: '<picture><source srcset="{at}"><img alt=""></picture>',
    },
    {
      id: 'image-button',
      name: '`<input type="image" src>`',
      body: '<input type="image" alt="" src="{at}">',
    },
    { id: 'video', name: '`<video src>`', body: '<video preload="auto" src="{at}"></video>', answer: 'mp4' },
    {
      id: 'video-source',
      name: '`<video><source src>`',
      body: '<video preload="auto"><source src="{at}"></video>',
      answer: 'mp4',
    },
    { id: 'video-poster', name: '`<video poster>`', body: '<video poster="{at}"></video>' },
    { id: 'audio', name: '`<audio src>`', body: '<audio preload="auto" src="{at}"></audio>', answer: 'mp4' },
    {
      id: 'track',
      name: '`<track src>`',
      body: '<video crossorigin preload="auto" src="data:video/mp4;base64,AAAA"><track default kind="captions" src="{at}"></video>',
      answer: 'vtt',
    },
    {
      id: 'svg-image',
      name: '`<svg><image href>`',
      body: '<svg><image href="{at}" width="9" height="9"/></svg>',
    },
    {
      id: 'svg-image-xlink',
      name: '`<svg><image xlink:href>`',
      body: '<svg><image xlink:href="{at}" width="9" height="9"/></svg>',
    },
    {
      id: 'svg-filter-image',
      name: '`<svg><filter><feImage href>`',
      body: '<svg><filter id="f"><feImage href="{at}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>',
    },
    {
      id: 'shadow-image',
      name: '`<img>` in a declarative shadow root',
      body: '<div><template shadowrootmode="open"><img alt="" src="{at}"></template></div>',
    },
    {
      id: 'background',
      name: 'the old attribute `background`',
      body: '<table background="{at}"><tr><td>x</table>',
    },
  ].map((vector) => ({ ...vector, waits: true }) as VectorGroup['vectors'][number]),
};

/** Links that stand in the HTML. */
export const HTML_LINKS: VectorGroup = {
  title: 'Links and hints in the HTML',
  note: 'Browsers read ahead in the HTML and ask for these before any script can stop them: rewriting closes the gap.',
  vectors: [
    {
      id: 'stylesheet',
      name: '`<link rel="stylesheet">`',
      head: '<link rel="stylesheet" href="{at}">',
      answer: 'css',
    },
    { id: 'icon', name: '`<link rel="icon">`', head: '<link rel="icon" href="{at}">', idle: true },
    {
      id: 'preload',
      name: '`<link rel="preload" as="script">`',
      head: '<link rel="preload" as="script" href="{at}">',
      answer: 'js',
    },
    {
      id: 'preload-image',
      name: '`<link rel="preload" as="image" imagesrcset>`',
      head: '<link rel="preload" as="image" imagesrcset="{at} 1x, {at} 2x">',
    },
    {
      id: 'modulepreload',
      name: '`<link rel="modulepreload">`',
      head: '<link rel="modulepreload" href="{at}">',
      answer: 'js',
    },
    {
      id: 'prefetch',
      name: '`<link rel="prefetch">`',
      head: '<link rel="prefetch" href="{at}">',
      idle: true,
      answer: 'js',
    },
    {
      id: 'preconnect',
      name: '`<link rel="preconnect">`',
      head: '<link rel="preconnect" href="{at}">',
      seen: 'connection',
    },
    {
      id: 'dns-prefetch',
      name: '`<link rel="dns-prefetch">`',
      head: '<link rel="dns-prefetch" href="{at}">',
      seen: 'address',
    },
  ].map((vector) => ({ ...vector, waits: true }) as VectorGroup['vectors'][number]),
};

/** Addresses in style sheets that stand in the HTML. */
export const HTML_STYLES: VectorGroup = {
  title: 'CSS in the HTML',
  vectors: [
    {
      id: 'style-attribute',
      name: '`<div style="background: url(…)">`',
      body: `<div style="background: url('{at}')">x</div>`,
    },
    {
      id: 'style-element',
      name: '`<style>` with `url(…)`',
      head: `<style>h1 { background: url('{at}') }</style>`,
    },
    {
      id: 'style-import',
      name: '`<style>` with `@import`',
      head: `<style>@import '{at}';</style>`,
      answer: 'css',
    },
    {
      id: 'style-font',
      name: '`<style>` with `@font-face`',
      head: `<style>@font-face { font-family: f; src: url('{at}') } main { font-family: f }</style>`,
    },
  ],
};
