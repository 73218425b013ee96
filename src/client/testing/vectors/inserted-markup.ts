import type { Vector, VectorGroup } from './vector.ts';

const markup = (id: string, name: string, script: string, answer: Vector['answer'] = 'gif'): Vector => ({
  id,
  name,
  script,
  answer,
  ...(answer === 'js' && { seen: 'script' }),
  waits: true,
});

const DIV = `const d = document.createElement('div'); document.body.append(d);`;
const IMG = `'<img alt="" src="' + at + '">'`;
const SCR = `'<script src="' + at + '"><\\/script>'`;

/** HTML that scripts insert as text. */
export const NEW_MARKUP: VectorGroup = {
  title: 'HTML that a script puts in',
  vectors: [
    markup('inner-html', '`innerHTML` with an image', `${DIV} d.innerHTML = ${IMG}`),
    markup(
      'inner-html-detached',
      '`innerHTML` of an element that is not in the page',
      `document.createElement('div').innerHTML = ${IMG}`,
    ),
    markup(
      'inner-html-frame',
      '`innerHTML` with a frame',
      `${DIV} d.innerHTML = '<iframe src="' + at + '"></iframe>'`,
      'html',
    ),
    markup(
      'inner-html-link',
      '`innerHTML` with a style sheet',
      `${DIV} d.innerHTML = '<link rel=stylesheet href="' + at + '">'`,
      'css',
    ),
    markup(
      'inner-html-svg',
      '`innerHTML` with an image of SVG',
      `${DIV} d.innerHTML = '<svg><image href="' + at + '"/></svg>'`,
    ),
    markup(
      'inner-html-srcdoc',
      '`innerHTML` with a frame whose `srcdoc` holds an image',
      `${DIV} d.innerHTML = "<iframe srcdoc='" + ${IMG} + "'></iframe>"`,
    ),
    markup(
      'inner-html-style',
      '`innerHTML` with `<style>` and `url(…)`',
      `${DIV} d.innerHTML = '<style>h1 { border-image: url("' + at + '") 1 }</style>'`,
    ),
    markup('outer-html', '`outerHTML`', `${DIV} d.outerHTML = ${IMG}`),
    markup(
      'insert-adjacent',
      '`insertAdjacentHTML`',
      `document.body.insertAdjacentHTML('beforeend', ${IMG})`,
    ),
    markup(
      'insert-adjacent-element',
      '`insertAdjacentElement`',
      `const s = document.createElement('script'); s.src = at; document.body.insertAdjacentElement('beforeend', s)`,
      'js',
    ),
    markup('document-write', '`document.write` of an image', `document.write(${IMG})`),
    markup('document-write-script', '`document.write` of a script', `document.write(${SCR})`, 'js'),
    markup(
      'document-write-parts',
      '`document.write` of a tag in two parts',
      `document.write('<img alt="" sr'); document.write('c="' + at + '">')`,
    ),
    markup('document-writeln', '`document.writeln`', `document.writeln(${IMG})`),
    markup(
      'fragment',
      '`range.createContextualFragment` with an image',
      `document.body.append(document.createRange().createContextualFragment(${IMG}))`,
    ),
    markup(
      'fragment-script',
      '`range.createContextualFragment` with a script',
      `document.body.append(document.createRange().createContextualFragment(${SCR}))`,
      'js',
    ),
    markup(
      'dom-parser',
      '`DOMParser`, then `append`',
      `document.body.append(new DOMParser().parseFromString(${IMG}, 'text/html').body.firstChild)`,
    ),
    markup(
      'dom-parser-import',
      '`DOMParser`, then `importNode`',
      `document.body.append(document.importNode(new DOMParser().parseFromString(${IMG}, 'text/html').body.firstChild, true))`,
    ),
    markup(
      'template',
      'a `<template>`, then `append`',
      `const t = document.createElement('template'); t.innerHTML = ${IMG}; document.body.append(t.content)`,
    ),
    markup(
      'template-clone',
      'a `<template>`, then `cloneNode`',
      `const t = document.createElement('template'); t.innerHTML = ${IMG}; document.body.append(t.content.cloneNode(true))`,
    ),
    markup(
      'inert-document',
      '`createHTMLDocument`, then `adoptNode`',
      `const o = document.implementation.createHTMLDocument(''); o.body.innerHTML = ${IMG}; document.body.append(document.adoptNode(o.body.firstChild))`,
    ),
    markup('set-html-unsafe', '`setHTMLUnsafe`', `${DIV} d.setHTMLUnsafe(${IMG})`),
    markup(
      'set-html',
      '`setHTML`',
      `${DIV} d.setHTML(${IMG}, { sanitizer: { elements: [{ name: 'img', attributes: ['src'] }] } })`,
    ),
    markup(
      'parse-html-unsafe',
      '`Document.parseHTMLUnsafe`, then `append`',
      `document.body.append(Document.parseHTMLUnsafe(${IMG}).body.firstChild)`,
    ),
    markup(
      'shadow-inner-html',
      '`shadowRoot.innerHTML`',
      `${DIV} d.attachShadow({ mode: 'open' }).innerHTML = ${IMG}`,
    ),
    markup(
      'shadow-closed',
      'a closed shadow root',
      `${DIV} d.attachShadow({ mode: 'closed' }).innerHTML = ${IMG}`,
    ),
    markup(
      'shadow-set-html',
      '`shadowRoot.setHTMLUnsafe`',
      `${DIV} d.attachShadow({ mode: 'open' }).setHTMLUnsafe(${IMG})`,
    ),
    markup(
      'shadow-append',
      'a script appended to a shadow root',
      `${DIV} const s = document.createElement('script'); s.src = at; d.attachShadow({ mode: 'open' }).append(s)`,
      'js',
    ),
  ],
};

/** CSS that scripts write. */
export const NEW_STYLES: VectorGroup = {
  title: 'CSS that a script writes',
  vectors: [
    {
      id: 'style-background',
      waits: true,
      name: '`element.style.background = …`',
      script: `${DIV} d.textContent = 'x'; d.style.background = 'url("' + at + '")'`,
    },
    {
      id: 'style-set-property',
      waits: true,
      name: '`style.setProperty`',
      script: `${DIV} d.textContent = 'x'; d.style.setProperty('background-image', 'url("' + at + '")')`,
    },
    {
      id: 'style-text',
      waits: true,
      name: '`style.cssText = …`',
      script: `${DIV} d.textContent = 'x'; d.style.cssText = 'background: url("' + at + '")'`,
    },
    {
      id: 'style-set-attribute',
      waits: true,
      name: '`setAttribute("style", …)`',
      script: `${DIV} d.textContent = 'x'; d.setAttribute('style', 'background: url("' + at + '")')`,
    },
    {
      id: 'new-style',
      waits: true,
      name: 'a `<style>` with `url(…)`',
      script: `const s = document.createElement('style'); s.textContent = 'main { background: url("' + at + '") }'; document.head.append(s)`,
    },
    {
      id: 'new-style-import',
      waits: true,
      name: 'a `<style>` with `@import`',
      script: `const s = document.createElement('style'); s.textContent = '@import "' + at + '";'; document.head.append(s)`,
      answer: 'css',
    },
    {
      id: 'insert-rule',
      name: '`sheet.insertRule`',
      script: `const s = document.createElement('style'); document.head.append(s); s.sheet.insertRule('body { background: url("' + at + '") }')`,
    },
    {
      id: 'adopted-sheet',
      name: '`document.adoptedStyleSheets`',
      script: `const s = new CSSStyleSheet(); s.replaceSync('html { border-image: url("' + at + '") 1; border-style: solid }'); document.adoptedStyleSheets.push(s)`,
    },
    {
      id: 'font-face',
      name: '`new FontFace(…).load()`',
      script: `await new FontFace('g', 'url("' + at + '")').load()`,
    },
  ],
};
