import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Pictures that stand beside an inventory, as `data:` URLs; a name that leads elsewhere is left out. */
export const readPictures = (folder: string, files: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    [...new Set(files)]
      .filter((file) => file === basename(file) && existsSync(join(folder, file)))
      .map((file) => [file, `data:image/jpeg;base64,${readFileSync(join(folder, file)).toString('base64')}`]),
  );
