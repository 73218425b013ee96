import { describe, expect, it } from 'vitest';
import { elementMarkup, webAddress } from './attributes.ts';

describe('the HTML of an element', () => {
  it('has the attributes that frameworks name in their own way', () => {
    expect(
      elementMarkup('iframe', {
        width: 480,
        allowFullScreen: true,
        loading: undefined,
        referrerPolicy: 'origin',
      }),
    ).toBe('<iframe width="480" allowfullscreen="" referrerpolicy="origin"></iframe>');
  });

  it('cannot be left by a value', () => {
    expect(elementMarkup('iframe', { title: '"><script>alert(1)</script>&amp;' })).toBe(
      '<iframe title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"></iframe>',
    );
  });

  it.each(['onload', 'onLoad', 'src', 'srcdoc', 'srcset', 'a b', 'x="1"', '><b', ''])(
    'has no attribute that runs, loads past the gate, or is none: %s',
    (name) => {
      expect(elementMarkup('iframe', { [name]: 'x' })).toBe('<iframe></iframe>');
    },
  );
});

describe('an address', () => {
  it.each([
    'https://video.example/a?b=c#d',
    'http://video.example',
    '//video.example/a',
    '/own/frame',
    'frame.html',
  ])('of the web is taken as it is: %s', (src) => {
    expect(webAddress(src)).toBe(src);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'blob:x',
    'http://',
  ])('of another kind is none: %j', (src) => {
    expect(webAddress(src)).toBeUndefined();
  });
});
