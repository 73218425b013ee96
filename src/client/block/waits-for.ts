import type { RuntimeService } from '../../model/runtime-config.ts';
import { config } from '../config.ts';
import { answerTo, isAllowed } from '../consent.ts';
import { blockedFor } from './hold.ts';

/**
 * What a marked element waits for: a service, a purpose (`true`), nothing any more (`false`); `undefined` without a mark.
 * The mark names a service or a purpose; an empty one leaves it to the addresses. What nobody knows waits for ever.
 */
export function waitsFor(element: Element): RuntimeService | boolean | undefined {
  const id = element.getAttribute('data-avowal');
  if (id === null) return undefined;
  const service = config.services.find((known) => known.id === id);
  if (service) return !isAllowed(service) && service;
  if (id) return answerTo(id) !== 'granted';
  return blockedFor(element, 'data-avowal-') ?? false;
}
