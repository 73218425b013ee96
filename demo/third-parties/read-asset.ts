import { readFileSync } from 'node:fs';

/** The text of a file of a third party, in `assets`. */
export const readAsset = (name: string): string =>
  readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');
