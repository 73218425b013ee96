import { AvowalError } from '../model/errors.ts';
import type { Log } from './log.ts';
import { type ProblemCode, ProblemError } from './problem.ts';

/** Anybody can cause these without end: a line for each would let them fill the disk. */
const UNLOGGED = new Set<ProblemCode>(['too-many-requests', 'not-found', 'unknown-site', 'not-ready']);

/** Turns whatever was thrown into a refusal; logs what the operator must know and never tells it to the sender. */
export function toProblem(error: unknown, log: Log): ProblemError {
  if (error instanceof ProblemError) {
    if (!UNLOGGED.has(error.code)) log('info', 'refused', { problem: error.code });
    return error;
  }
  if (error instanceof AvowalError && error.code === 'STORE_FAILED') {
    log('error', 'store failed', { message: error.message, todo: error.todo });
    return new ProblemError('store-unavailable', undefined, error);
  }
  if (error instanceof AvowalError && error.code.startsWith('LOG_')) {
    log('error', 'record log not signed', { message: error.message, todo: error.todo });
    return new ProblemError('proof-unavailable', undefined, error);
  }
  log('error', 'unexpected', {
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return new ProblemError('internal', undefined, error);
}
