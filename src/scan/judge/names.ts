import type { Inventory, ObservedTracker } from '../../model/inventory.ts';

/** What a finding about a tracker is about; the same in every scan. */
export const trackerSubject = ({ kind, name, host }: ObservedTracker): string => `${kind} ${name} ${host}`;

/** A service's own name, or its host where nobody knows it. */
export const serviceName = ({ services }: Inventory, id: string | null): string =>
  services.find((service) => service.id === id)?.name ?? 'the site itself';
