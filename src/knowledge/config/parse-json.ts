import { AvowalError } from '../../model/errors.ts';
import { findJsonProblem } from './find-json-problem.ts';

/** Larger than any configuration that a person could review, in characters. */
const MOST_CHARACTERS = 4_000_000;

/** Reads JSON that a person wrote; throws `CONFIG_SYNTAX` with line and column, also for a key that stands twice. */
export function parseJson(text: string, file: string): unknown {
  if (text.length > MOST_CHARACTERS)
    throw new AvowalError('CONFIG_SYNTAX', { file, problem: 'it is larger than 4 MB.' });
  const bare = text.replace(/^\uFEFF/, '');
  const found = findJsonProblem(bare);
  if (found) {
    const lines = bare.slice(0, found.offset).split('\n');
    const column = (lines.at(-1)?.length ?? 0) + 1;
    throw new AvowalError('CONFIG_SYNTAX', {
      file,
      problem: `line ${lines.length}, column ${column}: ${found.problem}.`,
    });
  }
  return JSON.parse(bare);
}
