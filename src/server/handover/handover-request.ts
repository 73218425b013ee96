import type { IncomingMessage } from 'node:http';
import { Ajv, type SchemaObject } from 'ajv';
import { ProblemError } from '../problem.ts';
import { readJson } from '../records/read-json.ts';
import { SUBMISSION_SCHEMA } from '../records/submission-schema.ts';

/** What a page sends that leads to another domain of the site. */
export interface TokenRequest {
  readonly site: string;
  /** Id of the record of the choice that this browser holds. */
  readonly record: string;
  readonly consentId: string;
  /** Domain of the site that the link leads to. */
  readonly to: string;
}

/** What a page sends that was reached with a token. */
export interface Redemption {
  readonly site: string;
  readonly token: string;
  /** `document.referrer`: a link of the site must have led here, so that nobody hands a choice of his own over to others. */
  readonly referrer: string;
  readonly configHash: string;
  /** Id of the record of the choice that this browser holds here already. */
  readonly held?: string;
}

const { site, id, consentId, configHash } = SUBMISSION_SCHEMA.properties;

/** JSON Schema of the body: a {@link TokenRequest} or a {@link Redemption}. */
export const HANDOVER_SCHEMA: SchemaObject = {
  type: 'object',
  additionalProperties: false,
  required: ['site'],
  properties: {
    site,
    record: id,
    consentId,
    to: { type: 'string', minLength: 1, maxLength: 253 },
    token: { type: 'string', minLength: 1, maxLength: 2048 },
    referrer: { type: 'string', maxLength: 8192 },
    configHash,
    held: id,
  },
  oneOf: [{ required: ['record', 'consentId', 'to'] }, { required: ['token', 'referrer', 'configHash'] }],
};

const validate = new Ajv({ strict: true, strictRequired: false }).compile<TokenRequest | Redemption>(
  HANDOVER_SCHEMA,
);

/** Reads one step of a hand-over. Throws ProblemError. */
export async function readHandover(request: IncomingMessage): Promise<TokenRequest | Redemption> {
  const value = await readJson(request);
  if (!validate(value)) {
    const [error] = validate.errors ?? [];
    throw new ProblemError('invalid-submission', `${error?.instancePath || '/'} ${error?.message}`);
  }
  return value;
}
