import type { RuntimeService } from '../../model/runtime-config.ts';
import { config } from '../config.ts';
import { isAllowed, isPurposeAllowed } from '../consent.ts';
import { blockedFor } from './hold.ts';

/**
 * What waits under a service's or a purpose's id: the service, everything for the purpose (`true`), nothing any more (`false`).
 * What nobody knows waits for ever.
 */
export function waitsUnder(id: string): RuntimeService | boolean {
  const service = config.services.find((known) => known.id === id);
  return service ? !isAllowed(service) && service : !isPurposeAllowed(id);
}

/** What a marked element waits for; `undefined` without a mark. An empty mark leaves it to the addresses. */
export function waitsFor(element: Element): RuntimeService | boolean | undefined {
  const id = element.getAttribute('data-avowal');
  if (id) return waitsUnder(id);
  return id === null ? undefined : (blockedFor(element, 'data-avowal-') ?? false);
}
