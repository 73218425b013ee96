import type { Choice } from '../../../model/choice.ts';
import type { RuntimeService } from '../../../model/runtime-config.ts';
import type { CoreHandle } from '../../ui-handover.ts';
import { detailsSheet } from './details-style.ts';
import { placeholderForm } from './placeholder-form.ts';
import { giveBack, putPlaceholder } from './placeholders.ts';

/** Puts a placeholder where an embed waits, unless it may load by now. */
export function showPlaceholder(
  core: CoreHandle,
  element: Element,
  service: RuntimeService,
  shadowOf: (host: HTMLElement) => ShadowRoot,
  save: (choice: Choice) => void,
): void {
  const placeholder = core.isAllowed(service) ? undefined : putPlaceholder(element, service);
  if (!placeholder) return;
  const root = shadowOf(placeholder);
  root.adoptedStyleSheets.push(detailsSheet);
  root.append(
    placeholderForm(
      service,
      element.getAttribute('title') ?? '',
      () => giveBack((shown) => shown === placeholder, core.letThrough),
      () => {
        const { purposes, services } = core.current();
        save({ purposes, services: { ...services, [service.id]: 'granted' } });
      },
    ),
  );
}

/** Gives back every embed whose service may run now. */
export const giveBackAllowed = (core: CoreHandle): void =>
  giveBack((_, service) => core.isAllowed(service), core.letThrough);
