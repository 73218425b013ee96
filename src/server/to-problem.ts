import { AvowalError } from '../model/errors.ts';
import type { Log } from './log.ts';
import { ProblemError } from './problem.ts';

/** Turns whatever was thrown into a refusal; logs what the operator must know and never tells it to the sender. */
export function toProblem(error: unknown, log: Log): ProblemError {
  if (error instanceof ProblemError) {
    log('info', 'refused', { problem: error.code });
    return error;
  }
  if (error instanceof AvowalError && error.code === 'STORE_FAILED') {
    log('error', 'store failed', { message: error.message, todo: error.todo });
    return new ProblemError('store-unavailable', undefined, error);
  }
  log('error', 'unexpected', {
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return new ProblemError('internal', undefined, error);
}
