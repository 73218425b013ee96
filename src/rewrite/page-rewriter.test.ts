import fc from 'fast-check';
import { parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { createPageRewriter } from './page-rewriter.ts';
import { RUNTIME_CONFIG } from './testing/runtime-config.ts';

const CORE = '<script src="/_avowal/c/example.js"></script>';

function rewrite(chunks: readonly string[], script = '', isBytes = false): string {
  const page = createPageRewriter(RUNTIME_CONFIG, { script }, isBytes);
  return chunks.map((chunk) => page.write(chunk)).join('') + page.end();
}

const S = 'https://stats.test/x';
const PIECES = [
  ...[
    '<p>',
    '</p>',
    '<div class=a>',
    '</div>',
    'text',
    ' ',
    '\n',
    '&amp;',
    'ü',
    '<',
    '>',
    '"',
    "'",
    '<!--',
    '-->',
  ],
  ...[
    '<b',
    '<img alt=">" ',
    '</',
    '<td>',
    '<table>',
    '</table>',
    '<select>',
    '<option>',
    '</select>',
    '<br/>',
  ],
  ...[
    '<svg>',
    '</svg>',
    '<math>',
    '</math>',
    '<svg/>',
    '<foreignObject>',
    '</foreignObject>',
    '<desc>',
    '</desc>',
  ],
  ...['<title>', '</title>', '<mi>', '</mi>', '<![CDATA[', ']]>', '<annotation-xml encoding="text/html">'],
  ...[
    '<template>',
    '</template>',
    '<noscript>',
    '</noscript>',
    '<textarea>',
    '</textarea>',
    '<style>',
    '</style>',
  ],
  ...[
    '<script>',
    '</script>',
    '<script type=importmap>',
    '{"imports":{"a":"/b"}}',
    '<head>',
    '<body>',
    '<html lang=x>',
  ],
  ...[
    `<img src="${S}">`,
    `<img src=${S} `,
    `<script src='${S}'></script>`,
    `<link rel=stylesheet href=${S}>`,
  ],
  ...[
    `<iframe src="//stats.test/f"></iframe>`,
    `<iframe srcdoc="<img src='${S}'>"></iframe>`,
    '<video src=/v>',
  ],
  ...[`<p style="background:url(${S})">`, `a{background:url(${S})}`, `<svg><image href="${S}"/></svg>`],
  ...[
    `<source srcset="/a, ${S} 2x">`,
    `<input src=${S}>`,
    '<a href=/ ping=//stats.test/p>',
    '<base href=/sub/>',
  ],
];
const pages = fc
  .array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 4 })), {
    maxLength: 30,
  })
  // NUL and CR are changed by any parser, and would differ in the comparison below alone.
  .map((pieces) => pieces.join('').replace(/[\0\r]/g, ''));

function* elements(node: Tree.Node): Generator<Tree.Element> {
  if ('tagName' in node) yield node;
  if ('content' in node) yield* elements(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

const LIVE: Readonly<Record<string, readonly string[]>> = {
  img: ['src', 'srcset'],
  script: ['src'],
  link: ['href'],
  iframe: ['src'],
  image: ['href'],
  source: ['srcset'],
  input: ['src'],
  a: ['ping'],
};

/** What a browser with or without scripting would ask an optional service for, in the tree that parse5 builds. */
function asked(html: string, scriptingEnabled: boolean): string[] {
  const found: string[] = [];
  for (const { tagName, attrs, childNodes } of elements(parse(html, { scriptingEnabled }))) {
    if (tagName === 'script' && attrs.some(({ name, value }) => name === 'type' && value === 'text/plain'))
      continue;
    for (const { name, value } of attrs) {
      const isLive = name === 'style' || LIVE[tagName]?.includes(name);
      if (isLive && value.includes('//stats.test')) found.push(`${tagName} ${name}`);
      if (name === 'srcdoc' && tagName === 'iframe') found.push(...asked(value, scriptingEnabled));
    }
    const isStyleSheet = tagName === 'style' && !attrs.some(({ value }) => value === 'text/plain');
    for (const child of childNodes) {
      // What stands in a string of CSS, or in a comment, is no address.
      if (isStyleSheet && 'value' in child && /^[^"'<]*url\(https:\/\/stats/.test(child.value))
        found.push('style sheet');
    }
  }
  return found;
}

/** The tree of a page, without marks: what waits is given back, and copies that wait are gone. */
function tree(html: string): string {
  const document = parse(html);
  for (const element of [...elements(document)]) {
    const mark = (name: string) => element.attrs.find((attribute) => attribute.name === name)?.value;
    const { parentNode } = element;
    if (mark('data-avowal-text') !== undefined && parentNode)
      parentNode.childNodes = parentNode.childNodes.filter((child) => child !== element);
    // The texts of style sheets are compared in tests of their own.
    if (element.tagName === 'style') element.childNodes = [];
    const held = element.attrs.flatMap(({ name }) => /^data-avowal-(.+)/.exec(name)?.[1] ?? []);
    const isMark = (name: string, value: string) =>
      name === 'data-avowal' || (name === 'type' && value === 'text/plain');
    element.attrs = element.attrs
      .filter(({ name, value }) => !held.includes(name) && !isMark(name, value))
      .map((attribute) => ({ ...attribute, name: attribute.name.replace(/^data-avowal-/, '') }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }
  return serialize(document);
}

const toBytes = (text: string) => Buffer.from(text).toString('latin1');

describe('createPageRewriter', () => {
  it('LAW-BLOCK-002 leaves nothing in the tree that parse5 builds which asks an optional service', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const html = rewrite([page]);
        expect(asked(html, true)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('LAW-BLOCK-002 nor where there is no JavaScript, as far as no tag is cut in two by <noscript>', () => {
    fc.assert(
      fc.property(pages, (inner) => {
        const page = `<p>a<noscript>${inner.replace(/<\/noscript|[<"'-]$/g, '')}`;
        fc.pre(!/<(script|style|title|textarea|!|svg|math|select|template|\/noscript)/.test(page));
        expect(asked(rewrite([page]), false)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing else in that tree', () => {
    fc.assert(
      fc.property(pages, (page) => {
        // Within <select> what is text for one browser is markup for another.
        fc.pre(!/<select|<noscript/.test(page));
        expect(tree(rewrite([page]))).toBe(tree(page));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same output however the page is cut into pieces', () => {
    fc.assert(
      fc.property(pages, fc.integer({ min: 1, max: 9 }), (page, size) => {
        const pieces = Array.from({ length: Math.ceil(page.length / size) }, (_, n) =>
          page.slice(n * size, (n + 1) * size),
        );
        expect(rewrite(pieces, CORE)).toBe(rewrite([page], CORE));
      }),
      { numRuns: 1500 },
    );
  });

  it('leaves a page that was rewritten before as it is', () => {
    fc.assert(
      fc.property(pages, (page) => {
        // What is cut off at the end of a page becomes whole where something follows.
        const once = rewrite([`${page}"'>-->`], CORE);
        expect(rewrite([once], CORE)).toBe(once);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the same output for the bytes of a page as for its text', () => {
    fc.assert(
      fc.property(pages, (page) => {
        expect(rewrite([toBytes(page)], CORE, true)).toBe(toBytes(rewrite([page], CORE)));
      }),
      { numRuns: 1000 },
    );
  });

  it('passes any page that calls no optional service through unchanged', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const harmless = page.replaceAll('stats.test', 'cdn.test');
        expect(rewrite([harmless])).toBe(harmless);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a page in bytes', () => {
  const change = (page: string) => rewrite([page], '', true);

  it('keeps the bytes of any encoding, where it changes a tag too', () => {
    const page = `<img alt="\xe9\xa0\xff &eacute; &#233; &quot;" src=${S}>`;
    expect(change(page)).toBe(
      `<img alt="\xe9\xa0\xff &eacute; &#233; &quot;" data-avowal-src=${S} data-avowal="stats">`,
    );
  });

  it('writes what a reference stood for as a reference, where it writes a value anew', () => {
    const page = `<iframe srcdoc="\xe9&eacute;&#128512;<img src=${S}>">`;
    expect(change(page)).toContain(
      `srcdoc="\xe9&#233;&#128512;<img data-avowal-src=${S} data-avowal=&quot;stats&quot;>"`,
    );
  });

  it('reads the name of a host in UTF-8', () => {
    const config = {
      ...RUNTIME_CONFIG,
      services: [
        {
          id: 'de',
          name: 'DE',
          purposes: ['media'],
          hosts: ['xn--bcher-kva.test'],
          embed: false,
          revision: '',
        },
      ],
    };
    for (const html of [
      '<img src="https://bücher.test/a">',
      '<noscript><img src="//bücher.test/a"></noscript>',
    ]) {
      const page = createPageRewriter(config, { script: '' }, true);
      expect(page.write(toBytes(html)) + page.end()).toContain('data-avowal="de"');
    }
  });

  it('puts a script of any text into the page in UTF-8', () => {
    expect(rewrite(['<head>'], '<script>"ü"</script>', true)).toBe(toBytes('<head><script>"ü"</script>'));
  });
});
