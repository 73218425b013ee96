import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../model/receipt.ts';
import { rotateLogKey } from '../log/log-keys.ts';
import { planConsistency } from '../log/proof-plan.ts';
import type { VerifierKey } from '../log/verifier-key.ts';
import type { KeptEntry } from '../stores/log-store.ts';
import { openLog } from '../testing/open-log.ts';
import { makeReceipt } from './make-receipt.ts';
import { parseReceipt } from './parse-receipt.ts';
import { type ReceiptEvidence, verifyReceipt } from './verify-receipt.ts';

const verdicts = (receipt: Receipt, evidence: ReceiptEvidence = {}) =>
  verifyReceipt(receipt, evidence).map(({ verdict }) => verdict);
const isRefuted = (receipt: Receipt, evidence: ReceiptEvidence = {}) =>
  verdicts(receipt, evidence).includes('fail');
const statements = (receipt: Receipt, evidence: ReceiptEvidence) =>
  verifyReceipt(receipt, evidence)
    .filter(({ verdict }) => verdict !== 'review')
    .map(({ statement }) => statement)
    .join('\n');

/** A receipt, or a part of one, that a test may break in any way. */
type Editable = ReturnType<typeof JSON.parse>;

describe('A receipt', () => {
  let receipt: Receipt;
  let foreign: Receipt;
  let keys: readonly VerifierKey[];
  let rotated: readonly VerifierKey[];
  let checkpoints: readonly { note: string; size: number }[];
  let consistency: readonly Uint8Array[];
  let foreignNote: string;

  beforeAll(async () => {
    const folders = ['one', 'two'].map((name) => mkdtempSync(join(tmpdir(), `avowal-receipt-${name}-`)));
    const [one, two] = folders.map((folder) => openLog(folder)) as [
      ReturnType<typeof openLog>,
      ReturnType<typeof openLog>,
    ];
    const receiptOf = async ({ store, log }: typeof one, id = '') =>
      makeReceipt((await store.findEntry(['shop'], id)) as KeptEntry, log, new Date());
    const [record] = await one.keep(700);
    receipt = await receiptOf(one, record?.id);
    keys = one.log.keys().verifierKeys;
    const first = await one.log.sign();
    await one.keep(50);
    const second = await one.log.sign();
    checkpoints = [first, second];
    const hashes = await one.log.hashes(planConsistency(first.size, second.size));
    consistency = hashes.map((hash) => Buffer.from(hash, 'base64'));
    rotated = rotateLogKey(one.dataDir).verifierKeys;
    const [other] = await two.keep(700);
    foreign = await receiptOf(two, other?.id);
    foreignNote = (await two.log.sign()).note;
    for (const log of [one, two]) await log.close();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  const edit = (change: (copy: Editable) => void): Receipt => {
    const copy: Editable = structuredClone(receipt);
    change(copy);
    return copy;
  };

  it('PRF-010: proves with the key of the log that its record is the one that was entered', () => {
    expect(verdicts(receipt, { keys })).toEqual(['pass', 'pass', 'review', 'review', 'review', 'review']);
    expect(statements(receipt, { keys })).toContain('of the 700 records that the checkpoint covers');
  });

  it('PRF-010: with no other key than its own does not count as signed by the site', () => {
    expect(verdicts(receipt)).toEqual(['pass', 'review', 'review', 'review', 'review', 'review']);
  });

  it('PRF-010: is still proven after the log got a new key', () => {
    expect(isRefuted(receipt, { keys: rotated })).toBe(false);
    expect(isRefuted(receipt, { keys: rotated.slice(0, 1) })).toBe(true);
  });

  it('PRF-009: that was changed anywhere is refuted', () => {
    const changes: ((copy: Editable) => void)[] = [
      (copy) => (copy.record.purposes.marketing = 'denied'),
      (copy) => (copy.record.receivedAt = '2020-01-01T00:00:00.000Z'),
      (copy) => (copy.record.extra = 1),
      (copy) => delete copy.record.gpc,
      (copy) => (copy.record = foreign.record),
      (copy) => (copy.proof.nonce = '0'.repeat(32)),
      (copy) => (copy.proof.leafIndex += 1),
      (copy) => (copy.proof.leafIndex = -1),
      (copy) => copy.proof.hashes.pop(),
      (copy) => copy.proof.hashes.reverse(),
      (copy) => (copy.proof.hashes[0] = foreign.proof.hashes[0]),
      (copy) => (copy.proof.checkpoint = foreign.proof.checkpoint),
      (copy) => (copy.proof.checkpoint = copy.proof.checkpoint.replace('\n700\n', '\n701\n')),
      (copy) => (copy.proof.checkpoint = 'nonsense'),
      (copy) => (copy.proof = foreign.proof),
    ];
    for (const change of changes) expect(isRefuted(edit(change), { keys }), String(change)).toBe(true);
  });

  it('PRF-009: of a whole forged log is refuted by the key of the real one', () => {
    expect(isRefuted(foreign)).toBe(false);
    expect(isRefuted(foreign, { keys })).toBe(true);
    expect(isRefuted(edit((copy) => (copy.proof.keys = foreign.proof.keys)))).toBe(true);
  });

  it('PRF-009: is compared with a checkpoint from elsewhere', () => {
    const [first, second] = checkpoints.map(({ note }) => note);
    const verdict = (evidence: ReceiptEvidence) => verifyReceipt(receipt, { keys, ...evidence })[2];
    expect(verdict({ checkpoint: first as string })?.verdict).toBe('pass');
    expect(verdict({ checkpoint: second as string, consistency })?.verdict).toBe('pass');
    expect(verdict({ checkpoint: second as string })).toMatchObject({
      verdict: 'review',
      statement: expect.stringContaining('consistency?from=700&to=750'),
    });
    expect(verdict({ checkpoint: second as string, consistency: consistency.slice(1) })?.verdict).toBe(
      'fail',
    );
    expect(verdict({ checkpoint: foreignNote })?.statement).toContain('of another log');
    expect(
      verdict({ checkpoint: second?.replace('\n750\n', '\n751\n') as string, consistency })?.verdict,
    ).toBe('fail');
    expect(verdict({ checkpoint: 'nonsense' })?.verdict).toBe('fail');
  });

  it('is read from exactly what the server sends', () => {
    expect(parseReceipt(JSON.stringify(receipt))).toEqual(receipt);
    expect(parseReceipt(JSON.stringify(receipt, null, 4))).toEqual(receipt);
  });

  it.each<[string, unknown, string]>([
    ['nothing', '', 'not JSON'],
    ['half of one', '{"schema":"avowal/rec', 'not JSON'],
    ['a list', [], 'no JSON object'],
    ['null', null, 'no JSON object'],
    ['another schema', { schema: 'avowal/receipt@9' }, '"schema"'],
    ['no record', { schema: 'avowal/receipt@1', record: [] }, '"record"'],
    ['no proof', { schema: 'avowal/receipt@1', record: {} }, '"proof"'],
    ['more than any receipt', `"${'x'.repeat(1_000_001)}"`, 'longer'],
  ])('is not %s', (_, value, problem) => {
    expect(parseReceipt(typeof value === 'string' ? value : JSON.stringify(value))).toContain(problem);
  });

  it.each<[string, (proof: Editable) => void]>([
    ['a nonce that is too short', (proof) => (proof.nonce = 'ab')],
    ['a nonce that is none', (proof) => (proof.nonce = { toString: 1 })],
    ['a place that is none', (proof) => (proof.leafIndex = '3')],
    ['a place beyond all numbers', (proof) => (proof.leafIndex = 1e300)],
    ['hashes that are none', (proof) => (proof.hashes = 'abc')],
    ['a hash too short', (proof) => (proof.hashes[0] = 'AAAA')],
    ['a hash that is a list', (proof) => (proof.hashes[0] = [proof.hashes[0]])],
    ['a million hashes', (proof) => (proof.hashes = Array(9000).fill(proof.hashes[0]))],
    ['a checkpoint that is none', (proof) => (proof.checkpoint = { toString: 1 })],
    ['keys that are none', (proof) => (proof.keys = [1])],
    ['no keys', (proof) => delete proof.keys],
  ])('has not %s', (_, change) => {
    expect(parseReceipt(JSON.stringify(edit((copy) => change(copy.proof))))).toEqual(
      expect.stringContaining('"proof.'),
    );
  });

  it('that anybody wrote never breaks what reads it', () => {
    const any = fc.jsonValue({ maxDepth: 4 });
    const proof = fc.record({ nonce: any, leafIndex: any, hashes: any, checkpoint: fc.string(), keys: any });
    const shaped = fc.record({
      nonce: fc.stringMatching(/^[0-9a-f]{32}$/),
      leafIndex: fc.maxSafeInteger(),
      hashes: fc.array(
        fc.uint8Array({ minLength: 32, maxLength: 32 }).map((hash) => Buffer.from(hash).toString('base64')),
      ),
      checkpoint: fc.oneof(fc.string(), fc.constant(receipt.proof.checkpoint)),
      keys: fc.array(fc.oneof(fc.string(), fc.constant(receipt.proof.keys[0] as string))),
    });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), any), fc.oneof(proof, shaped), (record, either) => {
        const read = parseReceipt(JSON.stringify({ schema: 'avowal/receipt@1', record, proof: either }));
        if (typeof read !== 'string') expect(isRefuted(read, { keys })).toBe(true);
      }),
    );
  });
});
