import { join } from 'node:path';
import type { Inventory } from '../model/inventory.ts';
import { writeWhole } from './inventory-file.ts';
import { readPictures } from './read-pictures.ts';
import { reporters } from './reporters/index.ts';

/** Writes every report of a scan into its folder; throws `WRITE_FAILED`. */
export function writeReports(folder: string, inventory: Inventory): void {
  const files = inventory.pages.flatMap(({ screenshot }) => screenshot ?? []);
  // Where not all can stand in the report, the notices shall.
  const isNotice = (file: string) => file.startsWith('notice-');
  const pictures = readPictures(folder, [...files.filter(isNotice), ...files]);
  for (const reporter of reporters) {
    writeWhole(join(folder, reporter.file), reporter.render({ inventory, pictures }));
  }
}
