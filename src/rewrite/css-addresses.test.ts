import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssAddresses } from './css-addresses.ts';

const urls = (css: string) => cssAddresses(css).map(({ url }) => url);

describe('cssAddresses', () => {
  it.each([
    ['background: url(a)', ['a']],
    ['background: URL( "a b" )', ['a b']],
    ["background: url('a'), url(b)", ['a', 'b']],
    ['background: \\75 rl(a)', ['a']],
    ['background: u\\72l(a)', ['a']],
    ['background: url(a\\29 b)', ['a)b']],
    ['background: url("a\\\nb")', ['ab']],
    ['content: "b\f; background: url(a)', ['a']],
    ['content: "b\r; background: url(a)', ['a']],
    ['content: "b\\\r\n"; background: url(a)', ['a']],
    ['content: "b\\\f"; background: url(a)', ['a']],
    ['@import "a";', ['a']],
    ['@IMPORT/**/url(a) layer(x) supports(display: grid);', ['a']],
    ['@\\69mport "a"', ['a']],
    ['background: image-set("a" type("image/avif") 1x, url(b) 2x)', ['a', 'b']],
    ['background: -webkit-image-set(url("a") 1x)', ['a']],
    ['background: src("a")', ['a']],
    ['--own: url(a)', ['a']],
    ['background: url(a', ['a']],
    ['background: url("a" crossorigin(anonymous)), url(b)', ['a', 'b']],
    ['content: "url(a)"', []],
    ['/* url(a) */ color: red', []],
    ['background: url(a b)', []],
    ['background: url(a"b)', []],
    ['background: curl(a) my-url(b) url-x(c)', []],
    ['[href="a"] { color: red }', []],
    ['@charset "a"; @import; "b"', []],
    ['@media (a) { "b" }', []],
  ])('%s', (css, expected) => {
    expect(urls(css)).toEqual(expected);
  });

  it.each([
    ['a{b:url( "x" ) c,url(y)}', ['url( "x" )', 'url(y)']],
    ['@import/**/url(x)layer(y);', ['@import/**/url(x)']],
    ['@import "x" screen; @\\69mport "y"', ['@import "x"', '@\\69mport "y"']],
  ])('names the piece that is to go: %s', (css, pieces) => {
    expect(cssAddresses(css).map(({ start, end }) => css.slice(start, end))).toEqual(pieces);
  });

  it('comes to an end with any text, and names pieces in order', () => {
    const pieces = fc.constantFrom(
      'url(',
      '"',
      "'",
      '\\',
      '\\75',
      '(',
      ')',
      '/*',
      '*/',
      '@import',
      ' ',
      '\n',
      'a',
      ';',
      '{',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const css = parts.join('');
        let last = 0;
        for (const { start, end } of cssAddresses(css)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(css.length);
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
