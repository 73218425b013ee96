import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigSite } from '../model/config.ts';
import { AvowalError } from '../model/errors.ts';
import { isOnDomains } from '../model/is-on-domains.ts';
import { readInventory } from '../scan/inventory-file.ts';
import { SCAN_FILES } from '../server/scans/scan-files.ts';

/** Empty where there is no scan that can be read. */
function finishedAtIn(folder: string): string {
  try {
    return readInventory(join(folder, 'inventory.json')).finishedAt;
  } catch {
    return '';
  }
}

/**
 * Puts the last scan where the dashboard looks for it, if it is a scan of this site and newer than what lies there; returns whether it was.
 * Throws `INVENTORY_INVALID` and `WRITE_FAILED`.
 */
export function shareScan(scanDir: string, dataDir: string, site: ConfigSite): boolean {
  const file = join(scanDir, 'inventory.json');
  if (!existsSync(file)) return false;
  const { site: url, finishedAt } = readInventory(file);
  if (!isOnDomains(new URL(url).hostname, site.domains)) return false;
  const folder = join(dataDir, site.id);
  // What a worker found since stays.
  if (finishedAtIn(folder) > finishedAt) return false;
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of SCAN_FILES) {
      if (existsSync(join(scanDir, name))) copyFileSync(join(scanDir, name), join(folder, name));
    }
  } catch (error) {
    throw new AvowalError('WRITE_FAILED', { file: folder, problem: (error as Error).message }, error);
  }
  return true;
}
