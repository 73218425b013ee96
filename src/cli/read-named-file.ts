import { readFileSync } from 'node:fs';
import { AvowalError } from '../model/errors.ts';

const WHY: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  EACCES: 'you are not allowed to',
};

/** Reads a file that was named on the command line; `-` is standard input. Throws USAGE. */
export function readNamedFile(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const problem =
      code === 'ENOENT'
        ? `There is no file ${file}.`
        : `${file} cannot be read: ${WHY[code ?? ''] ?? message}.`;
    throw new AvowalError('USAGE', { problem }, error);
  }
}
