import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalJson } from '../canonical-json.ts';
import { fixtureRecord } from '../testing/fixture-submission.ts';
import { hashRecord } from './hash-record.ts';

it('PRF-009: hashes a record as a leaf over canonical JSON of record and nonce', () => {
  const record = fixtureRecord();
  const nonce = 'f'.repeat(32);
  const leaf = createHash('sha256')
    .update(Buffer.of(0))
    .update(canonicalJson({ record, nonce }), 'utf8')
    .digest();
  expect(hashRecord(canonicalJson(record), nonce)).toEqual(leaf);
});
