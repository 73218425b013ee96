import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMALL_CONFIG } from '../../src/knowledge/config/testing/small-config.ts';

/** The site that answers come in for. */
export const SITE: string = SMALL_CONFIG.site.id;

/** The page that they come from. */
export const ORIGIN: string = `https://${SMALL_CONFIG.site.domains[0]}`;

/** Writes the configuration of the site. */
export function writeConfig(folder: string): string {
  const file = join(folder, 'avowal.config.json');
  writeFileSync(file, JSON.stringify(SMALL_CONFIG));
  return file;
}
