import type { RuntimeService } from '../../../model/runtime-config.ts';
import { h } from '../h.ts';
import { details, fill } from './details-config.ts';

/** What stands in the place of a blocked embed: what it is, whose, and two ways to see it (VND-YT-001). */
export function placeholderForm(
  { id, name }: RuntimeService,
  title: string,
  once: () => void,
  always: () => void,
): HTMLElement {
  const { texts, services } = details;
  const service = Object.values(services)
    .flat()
    .find((candidate) => candidate.id === id);
  const facts = { service: name, provider: service?.provider ?? name };
  const button = (action: string, text: string, click: () => void, quiet = '') =>
    h('button', { type: 'button', class: quiet, 'data-avowal-action': action, click }, fill(text, facts));
  return h(
    'div',
    { class: service?.poster ? 'e z' : 'e', role: 'group', 'aria-label': title || name },
    service?.poster &&
      h('img', { src: service.poster, alt: true, error: (event) => (event.target as Element).remove() }),
    h(
      'div',
      { class: 'c' },
      title && h('p', { class: 'k' }, title),
      h('p', { class: title ? '' : 'k' }, fill(texts.placeholderTitle, facts)),
      h('p', { class: 's' }, fill(texts.placeholderBody, facts)),
      h(
        'div',
        { class: 'b' },
        button('once', texts.placeholderOnce, once),
        button('always', texts.placeholderAlways, always, 'q'),
      ),
    ),
  );
}
