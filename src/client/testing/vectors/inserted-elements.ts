import type { Vector, VectorGroup } from './vector.ts';

const script = (id: string, name: string, code: string): Vector => ({
  id,
  name,
  script: code,
  seen: 'script',
  answer: 'js',
  waits: true,
});

const element = (id: string, name: string, code: string, answer: Vector['answer'] = 'gif'): Vector => ({
  id,
  name,
  script: code,
  answer,
  waits: true,
});

const link = (rel: string, code: string, answer: Vector['answer'] = 'js'): Vector =>
  element(
    `new-${rel}`,
    `\`link.rel = '${rel}'; link.href = …\``,
    `const l = document.createElement('link'); l.rel = '${rel}'; ${code}; document.head.append(l)`,
    answer,
  );

const SCRIPT = `const s = document.createElement('script');`;
const IMAGE = `const i = document.createElement('img');`;

/** Script elements that scripts make. */
export const NEW_SCRIPTS: VectorGroup = {
  title: 'Scripts that a script puts in',
  vectors: [
    script('new-script', '`script.src = …`', `${SCRIPT} s.src = at; document.head.append(s)`),
    script(
      'new-script-late',
      '`script.src = …` on one that is in the page',
      `${SCRIPT} document.head.append(s); s.src = at`,
    ),
    script(
      'new-script-module',
      'a module',
      `${SCRIPT} s.type = 'module'; s.src = at; document.head.append(s)`,
    ),
    script(
      'new-script-before',
      '`parent.insertBefore(script, …)`, as most vendors do',
      `${SCRIPT} s.async = true; s.src = at; const f = document.getElementsByTagName('script')[0]; f.parentNode.insertBefore(s, f)`,
    ),
    script(
      'script-set-attribute',
      '`script.setAttribute("src", …)`',
      `${SCRIPT} s.setAttribute('src', at); document.head.append(s)`,
    ),
    script(
      'script-set-attribute-ns',
      '`script.setAttributeNS(null, "src", …)`',
      `${SCRIPT} s.setAttributeNS(null, 'src', at); document.head.append(s)`,
    ),
    script(
      'script-attribute-node',
      '`script.setAttributeNode(…)`',
      `${SCRIPT} const a = document.createAttribute('src'); a.value = at; s.setAttributeNode(a); document.head.append(s)`,
    ),
    script(
      'script-named-item',
      '`script.attributes.setNamedItem(…)`',
      `${SCRIPT} const a = document.createAttribute('src'); a.value = at; s.attributes.setNamedItem(a); document.head.append(s)`,
    ),
    script(
      'script-clone',
      '`script.cloneNode()`',
      `${SCRIPT} s.src = at; document.head.append(s.cloneNode())`,
    ),
    script(
      'script-svg-new',
      'a script of SVG',
      `const s = document.createElementNS('http://www.w3.org/2000/svg', 'script'); s.setAttribute('href', at); const g = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); g.append(s); document.body.append(g)`,
    ),
    script(
      'script-text-module',
      'inline code of a module that imports',
      `${SCRIPT} s.type = 'module'; s.textContent = 'import ' + JSON.stringify(at); document.head.append(s)`,
    ),
    {
      ...script('dynamic-import', '`import(…)`', `await import(at)`),
      why: '`import()` is no function before which a guard could stand, and an import map that led it elsewhere could not be taken back after yes.',
    },
  ].map((vector) =>
    // Code, unlike an element, does not wait.
    /^(script-text-module|dynamic-import)$/.test(vector.id) ? { ...vector, waits: false as never } : vector,
  ),
};

/** Other elements that scripts make. */
export const NEW_ELEMENTS: VectorGroup = {
  title: 'Elements that a script puts in',
  vectors: [
    element('new-image', '`new Image().src = …`', `new Image().src = at`),
    element('new-image-srcset', '`image.srcset = …`', `new Image().srcset = at + ' 2x'`),
    element('image-set-attribute', '`image.setAttribute("src", …)`', `${IMAGE} i.setAttribute('src', at)`),
    element('image-upper-case', '`image.setAttribute("SRC", …)`', `${IMAGE} i.setAttribute('SRC', at)`),
    element(
      'image-set-attribute-ns',
      '`image.setAttributeNS(null, "src", …)`',
      `${IMAGE} i.setAttributeNS(null, 'src', at)`,
    ),
    element(
      'image-attribute-node',
      '`image.setAttributeNode(…)`',
      `${IMAGE} const a = document.createAttribute('src'); a.value = at; i.setAttributeNode(a)`,
    ),
    element(
      'image-attribute-value',
      '`image.attributes.src.value = …`',
      `${IMAGE} i.setAttribute('src', 'data:,'); i.attributes.src.value = at`,
    ),
    element(
      'image-attribute-text',
      '`attribute.textContent = …`',
      `${IMAGE} i.setAttribute('src', 'data:,'); i.getAttributeNode('src').textContent = at`,
    ),
    element(
      'image-setter-call',
      'the setter, taken from the prototype',
      `${IMAGE} Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src').set.call(i, at)`,
    ),
    element(
      'new-picture',
      '`<source>` put into `<picture>`',
      `const p = document.createElement('picture'); const s = document.createElement('source'); s.srcset = at; p.append(s, new Image()); document.body.append(p)`,
    ),
    element(
      'new-image-button',
      '`input.type = "image"; input.src = …`',
      `const i = document.createElement('input'); i.type = 'image'; i.src = at; document.body.append(i)`,
    ),
    element(
      'new-svg-image',
      'an image of SVG: `setAttribute("href", …)`',
      `const i = document.createElementNS('http://www.w3.org/2000/svg', 'image'); i.setAttribute('href', at); const g = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); g.append(i); document.body.append(g)`,
    ),
    element(
      'svg-image-xlink-ns',
      'an image of SVG: `setAttributeNS(xlink, …)`',
      `const i = document.createElementNS('http://www.w3.org/2000/svg', 'image'); i.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', at); const g = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); g.append(i); document.body.append(g)`,
    ),
    element(
      'svg-image-base-value',
      'an image of SVG: `image.href.baseVal = …`',
      `const i = document.createElementNS('http://www.w3.org/2000/svg', 'image'); i.href.baseVal = at; const g = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); g.append(i); document.body.append(g)`,
    ),
    element(
      'new-frame',
      '`iframe.src = …`',
      `const f = document.createElement('iframe'); f.src = at; document.body.append(f)`,
      'html',
    ),
    element(
      'frame-late',
      '`iframe.src = …` on one that is in the page',
      `const f = document.createElement('iframe'); document.body.append(f); f.src = at`,
      'html',
    ),
    element(
      'frame-set-attribute',
      '`iframe.setAttribute("src", …)`',
      `const f = document.createElement('iframe'); f.setAttribute('src', at); document.body.append(f)`,
      'html',
    ),
    element(
      'frame-srcdoc',
      '`iframe.srcdoc = …` with an image',
      `const f = document.createElement('iframe'); f.srcdoc = '<img src="' + at + '">'; document.body.append(f)`,
    ),
    {
      ...element(
        'frame-location',
        '`iframe.contentWindow.location = …`',
        `const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.location = at`,
        'html',
      ),
      why: 'Browsers let nobody redefine the `location` of a window, and tell nobody before a new frame goes elsewhere.',
    },
    element(
      'new-object',
      '`object.data = …`',
      `const o = document.createElement('object'); o.data = at; document.body.append(o)`,
      'html',
    ),
    element(
      'new-embed',
      '`embed.src = …`',
      `const e = document.createElement('embed'); e.src = at; document.body.append(e)`,
      'html',
    ),
    element(
      'new-video',
      '`video.src = …`',
      `const v = document.createElement('video'); v.preload = 'auto'; v.src = at; document.body.append(v)`,
      'mp4',
    ),
    element(
      'new-video-source',
      '`<source>` put into `<video>`',
      `const v = document.createElement('video'); v.preload = 'auto'; const s = document.createElement('source'); s.src = at; v.append(s); document.body.append(v)`,
      'mp4',
    ),
    element(
      'new-video-poster',
      '`video.poster = …`',
      `const v = document.createElement('video'); v.poster = at; document.body.append(v)`,
    ),
    element('new-audio', '`new Audio(…)`', `window.keep = new Audio(at); keep.load()`, 'mp4'),
    element(
      'new-track',
      '`track.src = …`',
      `const v = document.createElement('video'); v.crossOrigin = ''; v.src = 'data:video/mp4;base64,AAAA'; const t = document.createElement('track'); t.kind = 'captions'; t.default = true; t.src = at; v.append(t); document.body.append(v)`,
      'vtt',
    ),
  ],
};

/** Links that scripts make. */
export const NEW_LINKS: VectorGroup = {
  title: 'Links and hints that a script puts in',
  vectors: [
    link('stylesheet', 'l.href = at', 'css'),
    { ...link('icon', 'l.href = at', 'gif'), idle: true },
    link('preload', `l.as = 'script'; l.href = at`),
    link('modulepreload', 'l.href = at'),
    { ...link('prefetch', 'l.href = at'), idle: true },
    { ...link('preconnect', 'l.href = at'), seen: 'connection' },
    { ...link('dns-prefetch', `l.dataset.vector = 'new-dns-prefetch'; l.href = at`), seen: 'address' },
    element(
      'link-attribute-last',
      '`link.rel = "stylesheet"` after `link.href`',
      `const l = document.createElement('link'); l.href = at; document.head.append(l); l.rel = 'stylesheet'`,
      'css',
    ),
    element(
      'link-preload-image',
      '`link.imageSrcset = …`',
      `const l = document.createElement('link'); l.rel = 'preload'; l.as = 'image'; l.imageSrcset = at + ' 2x'; document.head.append(l)`,
    ),
  ],
};
