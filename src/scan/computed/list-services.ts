import type { InventoryService } from '../../model/inventory.ts';
import type { Service } from '../../model/service.ts';

/** One use of a service: a tracker or a request. */
export interface ServiceUse {
  /** Id in the inventory; `null` for the site's own code. */
  readonly id: string | null;
  readonly host: string;
  readonly service: Service | undefined;
}

/** Services at work, those that knowledge knows first; a third party that it does not know is there by its host. */
export function listServices(uses: readonly ServiceUse[]): InventoryService[] {
  const byId = Map.groupBy(
    uses.filter(({ id }) => id !== null),
    ({ id }) => id ?? '',
  );
  return [...byId]
    .map(([id, group]) => {
      const service = group[0]?.service;
      return {
        id,
        name: service?.name ?? id.replace(/^host:/, ''),
        provider: service?.provider.name ?? null,
        purpose: service?.purpose ?? null,
        hosts: [...new Set(group.map(({ host }) => host))].sort(),
        known: service !== undefined,
      };
    })
    .sort((a, b) => Number(b.known) - Number(a.known) || (a.id < b.id ? -1 : 1));
}
