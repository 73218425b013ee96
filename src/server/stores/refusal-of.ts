import { AvowalError } from '../../model/errors.ts';

/** SQLSTATE: data exceptions, a value that is missing or fails a check, a value too long for an index. */
const REFUSED = /^(22|23502|23514|54000)/;

/**
 * The SQLSTATE with which a database refused what it was given for its content: it would refuse that for ever, and takes
 * anything else. `undefined` for every other failure, a duplicate included: that says something about the table.
 */
export function refusalOf(error: unknown): string | undefined {
  const { code } = ((error instanceof AvowalError ? error.cause : error) ?? {}) as { code?: unknown };
  return typeof code === 'string' && REFUSED.test(code) ? code : undefined;
}
