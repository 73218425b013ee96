import type { RuntimeService } from '../../model/runtime-config.ts';
import { h } from './h.ts';
import { notice, text } from './notice-config.ts';
import { shadowOf } from './shadow-host.ts';

/** What stands in the place of a blocked embed: what it is, whose, and two ways to see it. */
export function fillPlaceholder(
  placeholder: Element,
  { id, name }: RuntimeService,
  once: () => void,
  always: () => void,
): void {
  if (placeholder.shadowRoot || !(placeholder instanceof HTMLElement)) return;
  const { texts, purposes } = notice;
  const provider =
    purposes.flatMap(({ services }) => services).find((service) => service.id === id)?.provider ?? name;
  const facts = { service: name, provider };
  placeholder.style.display = 'block';
  placeholder.style.maxWidth = '100%';
  shadowOf(placeholder).append(
    h(
      'div',
      { class: 'e', role: 'group', 'aria-label': name },
      h('p', { class: 'k' }, text(texts.placeholderTitle, facts)),
      h('p', { class: 's' }, text(texts.placeholderBody, facts)),
      h(
        'div',
        { class: 'b' },
        h(
          'button',
          { type: 'button', 'data-avowal-action': 'once', click: once },
          text(texts.placeholderOnce, facts),
        ),
        h(
          'button',
          { type: 'button', class: 'q', 'data-avowal-action': 'always', click: always },
          text(texts.placeholderAlways, facts),
        ),
      ),
    ),
  );
}
