import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A report that holds more than this is slow to open; bytes. */
const MOST_BYTES: number = 8 * 1024 * 1024;

/**
 * Pictures that stand beside an inventory, as `data:` URLs: the first ones, as many as a report can carry. A name that
 * leads elsewhere is left out.
 */
export function readPictures(
  folder: string,
  files: readonly string[],
  mostBytes: number = MOST_BYTES,
): Record<string, string> {
  const pictures: Record<string, string> = {};
  let bytes = 0;
  for (const file of new Set(files)) {
    const path = join(folder, file);
    if (file !== basename(file) || !existsSync(path)) continue;
    bytes += statSync(path).size;
    if (bytes > mostBytes) break;
    pictures[file] = `data:image/jpeg;base64,${readFileSync(path).toString('base64')}`;
  }
  return pictures;
}
