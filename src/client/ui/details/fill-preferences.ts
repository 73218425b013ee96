import type { NoticePurpose } from '../../../model/notice.ts';
import type { CoreHandle } from '../../ui-handover.ts';
import type { Draft } from '../draft.ts';
import { h } from '../h.ts';
import { consentProof } from './consent-proof.ts';
import { details } from './details-config.ts';
import { detailsSheet } from './details-style.ts';
import { isOn, setService } from './draft-services.ts';
import { reasons } from './reasons.ts';
import { serviceCards } from './service-card.ts';

/** What the open preferences have room for. */
export interface OpenPreferences {
  readonly draft: Draft;
  /** Makes a switch with a label, its state and what moves it. */
  readonly toggle: (label: string, on: () => boolean, move: (on: boolean) => void) => HTMLElement;
  /** Room for the services of each purpose. */
  readonly lists: readonly (readonly [NoticePurpose, HTMLElement])[];
  /** Room for reasons and proof. */
  readonly more: HTMLElement;
  /** The text of "Why do I see this?" is what the visitor asked for. */
  readonly why: boolean;
}

/** Adds the services with their switches, the reasons and the proof. */
export function fillPreferences(core: CoreHandle, open: OpenPreferences): void {
  const { draft, toggle, lists, more, why } = open;
  const { services } = core.config;
  for (const [{ id, required }, list] of lists) {
    const cards = serviceCards(id, (card) => {
      const service = services.find((known) => known.id === card.id);
      // What stands under no service is the site's own code: its purpose alone decides.
      return service && !required
        ? toggle(
            service.name,
            () => isOn(draft, service),
            (on) => setService(draft, services, id, service, on),
          )
        : undefined;
    });
    list.replaceChildren(...cards);
  }
  if (core.honoursGpc) {
    for (const row of more.parentElement?.querySelectorAll('section>.r:has(input)') ?? [])
      row.after(h('p', { class: 's g' }, details.texts.gpcOptedOut));
  }
  const stored = core.stored();
  more.append(reasons(why), ...(stored ? [consentProof(core, stored.consentId)] : []));
  (more.getRootNode() as ShadowRoot).adoptedStyleSheets.push(detailsSheet);
  if (why) more.querySelector('summary')?.focus();
}
