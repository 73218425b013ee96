import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inventory } from '../model/inventory.ts';
import { writeWhole } from './inventory-file.ts';
import { reporters } from './reporters/index.ts';

/** Pictures that stand beside the inventory, as `data:` URLs. */
function readPictures(folder: string, inventory: Inventory): Record<string, string> {
  const files = inventory.pages.flatMap(({ screenshot }) => screenshot ?? []);
  return Object.fromEntries(
    files
      .filter((file) => existsSync(join(folder, file)))
      .map((file) => [file, `data:image/jpeg;base64,${readFileSync(join(folder, file)).toString('base64')}`]),
  );
}

/** Writes every report of a scan into its folder; throws `WRITE_FAILED`. */
export function writeReports(folder: string, inventory: Inventory): void {
  const pictures = readPictures(folder, inventory);
  for (const reporter of reporters) {
    writeWhole(join(folder, reporter.file), reporter.render({ inventory, pictures }));
  }
}
