import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigSite } from '../model/config.ts';
import { AvowalError } from '../model/errors.ts';
import { isOnDomains } from '../model/is-on-domains.ts';
import { readInventory } from '../scan/inventory-file.ts';
import { reporters } from '../scan/reporters/index.ts';

/**
 * Puts the last scan where the dashboard looks for it, if it is a scan of this site; returns whether it was.
 * Throws `INVENTORY_INVALID` and `WRITE_FAILED`.
 */
export function shareScan(scanDir: string, dataDir: string, site: ConfigSite): boolean {
  const file = join(scanDir, 'inventory.json');
  if (!existsSync(file)) return false;
  const { hostname } = new URL(readInventory(file).site);
  if (!isOnDomains(hostname, site.domains)) return false;
  const folder = join(dataDir, site.id);
  try {
    mkdirSync(folder, { recursive: true });
    for (const report of reporters) {
      if (existsSync(join(scanDir, report.file)))
        copyFileSync(join(scanDir, report.file), join(folder, report.file));
    }
  } catch (error) {
    throw new AvowalError('WRITE_FAILED', { file: folder, problem: (error as Error).message }, error);
  }
  return true;
}
