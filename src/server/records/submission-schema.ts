import type { SchemaObject } from 'ajv';
import { CONSENT_ACTIONS, CONSENT_LAYERS } from '../../model/consent-record.ts';

const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const SLUG = '^[a-z0-9][a-z0-9-]{0,63}$';

const answers = {
  type: 'object',
  maxProperties: 256,
  propertyNames: { pattern: SLUG },
  additionalProperties: { enum: ['granted', 'denied'] },
};

/** JSON Schema of a `SentSubmission`. Every text has a narrow pattern, so that none can carry anything else. */
export const SUBMISSION_SCHEMA: SchemaObject = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'site',
    'consentId',
    'action',
    'layer',
    'regime',
    'locale',
    'configHash',
    'snapshot',
    'gpc',
    'clientTime',
    'supersedes',
    'purposes',
    'services',
  ],
  properties: {
    id: { type: 'string', pattern: UUID },
    site: { type: 'string', pattern: SLUG },
    consentId: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,64}$' },
    action: { enum: CONSENT_ACTIONS },
    layer: { enum: CONSENT_LAYERS.filter((layer) => layer !== 'handover') },
    regime: { type: 'string', pattern: SLUG },
    locale: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$' },
    configHash: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    snapshot: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d\\.[0-9a-f]{12}\\.[A-Za-z0-9_-]{22}$' },
    gpc: { type: 'boolean' },
    clientTime: {
      type: 'string',
      pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?(Z|[+-]\\d\\d:\\d\\d)$',
    },
    supersedes: { anyOf: [{ type: 'null' }, { type: 'string', pattern: UUID }] },
    purposes: answers,
    services: answers,
  },
};
