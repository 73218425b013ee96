import type { Answer, Choice } from '../../model/choice.ts';
import type { RuntimeService } from '../../model/runtime-config.ts';

/** What the switches of the preferences show, before it is saved: a choice that may change. */
export type Draft = { [part in keyof Choice]: Record<string, Answer> };

/** Moves a purpose's switch, and with it those of its services. */
export function setPurpose(
  draft: Draft,
  services: readonly RuntimeService[],
  purpose: string,
  on: boolean,
): void {
  draft.purposes[purpose] = on ? 'granted' : 'denied';
  for (const service of services) if (service.purposes.includes(purpose)) delete draft.services[service.id];
}
