import type { IncomingMessage } from 'node:http';
import { Ajv } from 'ajv';
import type { ConsentSubmission } from '../../model/consent-record.ts';
import { ProblemError } from '../problem.ts';
import { readJson } from './read-json.ts';
import { SUBMISSION_SCHEMA } from './submission-schema.ts';

/** A submission with the token that its script was issued with. */
export type SignedSubmission = ConsentSubmission & { readonly snapshot: string };

const validate = new Ajv({ strict: true }).compile<SignedSubmission>(SUBMISSION_SCHEMA);

/** Reads a submission from a request and refuses everything that is not exactly one. Throws ProblemError. */
export async function readSubmission(request: IncomingMessage): Promise<SignedSubmission> {
  const value = await readJson(request);
  if (!validate(value)) {
    const [error] = validate.errors ?? [];
    throw new ProblemError('invalid-submission', `${error?.instancePath || '/'} ${error?.message}`);
  }
  return value;
}
