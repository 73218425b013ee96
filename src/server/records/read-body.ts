import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../problem.ts';

/** Largest body of a submission, in bytes. */
const MAX_BODY_BYTES = 16 * 1024;

/**
 * Reads the body of a request: at most 16 KB, counted while they arrive. From Node's own request, since a `Request` in between costs
 * as much as all that is done with a submission. Throws ProblemError.
 */
export const readBody = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= MAX_BODY_BYTES) return;
      // What still comes is read and thrown away, until it ends or the time for a request is over.
      request.off('data', take).resume();
      reject(new ProblemError('too-large'));
    };
    if (Number(request.headers['content-length']) > MAX_BODY_BYTES) {
      reject(new ProblemError('too-large'));
      return;
    }
    request.on('data', take);
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
    request.on('close', () => {
      if (!request.readableEnded) reject(new ProblemError('malformed', 'The body ends early.'));
    });
  });
