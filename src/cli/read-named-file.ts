import { readFileSync } from 'node:fs';
import { AvowalError } from '../model/errors.ts';

/** Reads a file that was named on the command line; `-` is standard input. Throws USAGE. */
export function readNamedFile(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const problem = `${file} cannot be read: ${(error as Error).message}.`;
    throw new AvowalError('USAGE', { problem }, error);
  }
}
