import type { AvowalApi } from '../../model/avowal-api.ts';
import type { Choice } from '../../model/choice.ts';
import type { RuntimeService } from '../../model/runtime-config.ts';
import type { CoreHandle } from '../ui-handover.ts';
import { h } from './h.ts';
import { loadDetails } from './load-details.ts';
import { loadFailed } from './load-failed.ts';
import { shadowOf } from './shadow-host.ts';

/** Puts a placeholder where an embed waits; says so where that cannot be loaded, and tries again when asked to. */
export function standIn(
  core: CoreHandle,
  on: AvowalApi['on'],
  element: HTMLElement,
  service: RuntimeService,
  save: (choice: Choice) => void,
): void {
  loadDetails()
    .then((details) => details.showPlaceholder(core, element, service, shadowOf, save))
    .catch(() => {
      const host = document.createElement('avowal-placeholder');
      // Asked twice for one embed, or late: it may load by now.
      if (element.previousElementSibling?.localName === host.localName || core.isAllowed(service)) return;
      const again = () => {
        end();
        host.remove();
        standIn(core, on, element, service, save);
      };
      const end = on('choice', again);
      // It lies over the embed, which keeps its room: nothing in the page moves.
      host.style.cssText = `position:absolute;z-index:1;overflow:auto;background:var(--w);width:${element.offsetWidth}px;height:${element.offsetHeight}px;margin:${getComputedStyle(element).margin}`;
      shadowOf(host).append(h('div', { class: 'x' }, ...loadFailed(again)));
      element.before(host);
    });
}
