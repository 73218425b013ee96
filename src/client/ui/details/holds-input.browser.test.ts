import { afterEach, describe, expect, it } from 'vitest';
import { holdsInput } from './holds-input.ts';

const page = document.createElement('div');
document.body.append(page);
afterEach(() => page.replaceChildren());

function holds(html: string, fill: (element: never) => void = () => {}): boolean {
  page.innerHTML = html;
  fill(page.querySelector('[id=it]') as never);
  return holdsInput(page);
}
const attach = (element: HTMLInputElement) => {
  const files = new DataTransfer();
  files.items.add(new File(['text'], 'letter.txt'));
  element.files = files.files;
};

describe('holdsInput', () => {
  it.each<[string, string, (element: never) => void]>([
    ['a text', '<input id="it">', (element: HTMLInputElement) => (element.value = 'typed')],
    [
      'a longer text',
      '<textarea id="it"></textarea>',
      (element: HTMLTextAreaElement) => (element.value = 'a'),
    ],
    // React writes what is typed into the attribute.
    [
      'a text that a framework keeps',
      '<input id="it">',
      (element: HTMLInputElement) => element.setAttribute('value', 'typed'),
    ],
    [
      'what is written in place',
      '<div id="it" contenteditable></div>',
      (element: HTMLElement) => element.append('a'),
    ],
    ['a tick', '<input type="checkbox" id="it">', (element: HTMLInputElement) => element.click()],
    [
      'a tick taken away',
      '<input type="checkbox" checked id="it">',
      (element: HTMLInputElement) => element.click(),
    ],
    [
      'a choice among few',
      '<input type="radio" name="a"><input type="radio" name="a" id="it">',
      (element: HTMLInputElement) => element.click(),
    ],
    [
      'a choice from a list',
      '<select id="it"><option>a<option>b</select>',
      (element: HTMLSelectElement) => (element.selectedIndex = 1),
    ],
    ['a file', '<input type="file" id="it">', attach],
  ])('sees %s', (_, html, fill) => {
    expect([holds(html), holds(html, fill)]).toEqual([false, true]);
  });

  it('sees what stands in a shadow tree', () => {
    const fill = (element: HTMLElement) => {
      element.attachShadow({ mode: 'open' }).innerHTML = '<input value="typed">';
    };
    expect(holds('<x-field id="it"></x-field>', fill as never)).toBe(true);
  });

  it.each([
    ['a page without forms', '<p>Text</p>'],
    ['an empty form', '<form><input><textarea> </textarea><input type="file"><button>Send</button></form>'],
    [
      'what nobody can write',
      '<input value="a" readonly><input value="a" disabled><input type="hidden" value="a">',
    ],
    [
      'what is set from the start',
      '<input type="checkbox" checked><select><option>a<option selected>b</select><input type="range"><input type="submit">',
    ],
  ])('sees nothing in %s', (_, html) => {
    expect(holds(html)).toBe(false);
  });

  it('leaves the switches of the notice aside', () => {
    const fill = (element: HTMLElement) => {
      const tree = element.attachShadow({ mode: 'open' });
      tree.innerHTML = '<input type="checkbox">';
      tree.querySelector('input')?.click();
    };
    expect(holds('<avowal-notice id="it"></avowal-notice>', fill as never)).toBe(false);
    expect(holds('<x-field id="it"></x-field>', fill as never)).toBe(true);
  });
});
