import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../problem.ts';
import { readBody } from './read-body.ts';

/** Reads a JSON body of at most 16 KB. Throws ProblemError. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  // Only a type that makes a foreign page ask first (CORS preflight); text/plain would not.
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(request.headers['content-type'] ?? '')) {
    throw new ProblemError('wrong-content-type');
  }
  const text = await readBody(request);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemError('malformed', undefined, error);
  }
}
