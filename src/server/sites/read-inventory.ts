import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inventory } from '../../model/inventory.ts';

/** The last scan of a site, where somebody put one at `<dataDir>/<site>/inventory.json`; `undefined` for anything else. */
export function readInventory(dataDir: string, site: string): Inventory | undefined {
  try {
    const value = JSON.parse(readFileSync(join(dataDir, site, 'inventory.json'), 'utf8'));
    const isWhole = ['trackers', 'pages', 'services'].every((name) => Array.isArray(value?.[name]));
    return value?.schema === 'avowal/inventory@1' && isWhole ? value : undefined;
  } catch {
    return undefined;
  }
}
