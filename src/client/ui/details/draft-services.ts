import type { Answer } from '../../../model/choice.ts';
import type { RuntimeService } from '../../../model/runtime-config.ts';
import type { Draft } from '../draft.ts';

const answer = (on: boolean): Answer => (on ? 'granted' : 'denied');

/** Whether a service's switch is on: its own answer counts, else those of all its purposes. */
export const isOn = (draft: Draft, { id, purposes }: RuntimeService): boolean =>
  draft.services[id]
    ? draft.services[id] === 'granted'
    : purposes.every((purpose) => draft.purposes[purpose] === 'granted');

/** Moves a service's switch alone; its purpose is on as long as one of its services is. */
export function setService(
  draft: Draft,
  services: readonly RuntimeService[],
  purpose: string,
  moved: RuntimeService,
  on: boolean,
): void {
  const own = services.filter(({ purposes }) => purposes.includes(purpose));
  // As they stand now, so that the purpose's switch does not move them.
  for (const service of own) draft.services[service.id] = answer(isOn(draft, service));
  draft.services[moved.id] = answer(on);
  draft.purposes[purpose] = answer(own.some((service) => isOn(draft, service)));
  for (const service of own) {
    const stated = isOn(draft, service);
    const answered = draft.services[service.id] as Answer;
    delete draft.services[service.id];
    if (isOn(draft, service) !== stated) draft.services[service.id] = answered;
  }
}
