import { describe, expect, it, vi } from 'vitest';
import { h } from './h.ts';

describe('h', () => {
  it('makes an element with attributes and children', () => {
    const element = h(
      'p',
      { class: 'a', hidden: true, id: false as never },
      'text',
      h('b', {}, 'bold'),
      null,
      false,
    );
    expect(element.outerHTML).toBe('<p class="a" hidden="">text<b>bold</b></p>');
  });

  it('takes a function for a listener', () => {
    const click = vi.fn();
    h('button', { click }, 'press').click();
    expect(click).toHaveBeenCalledOnce();
    expect(click.mock.calls[0]?.[0]).toBeInstanceOf(MouseEvent);
  });

  it.each(['<img src=x onerror="window.hacked=1">', '</p><script>window.hacked=1</script>', '&lt;b&gt;'])(
    'never reads HTML in a text: %s',
    (text) => {
      const element = h('p', { title: text }, text);
      document.body.append(element);
      expect(element.childElementCount).toBe(0);
      expect(element.textContent).toBe(text);
      expect(element.title).toBe(text);
      expect('hacked' in window).toBe(false);
      element.remove();
    },
  );
});
