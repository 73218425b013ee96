import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../canonical-json.ts';
import { hashRecord } from '../log/hash-record.ts';
import { planRoot } from '../log/proof-plan.ts';
import { readHashes } from '../log/read-hashes.ts';
import type { KeptEntry } from '../stores/log-store.ts';
import type { RecordStore } from '../stores/record-store.ts';
import { fixtureRecord } from './fixture-submission.ts';

/** The root of a list by the definition of RFC 6962 §2.1. */
function rootOf(hashes: readonly Uint8Array[]): string {
  if (hashes.length === 1) return Buffer.from(hashes[0] as Uint8Array).toString('hex');
  const k = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
  const [left, right] = [hashes.slice(0, k), hashes.slice(k)].map((half) => Buffer.from(rootOf(half), 'hex'));
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(1), left as Buffer, right as Buffer]))
    .digest('hex');
}

/** What the log of every record store must do. */
export function describeLogStore(name: string, open: () => RecordStore | Promise<RecordStore>): void {
  describe(`${name} as the log of its records`, () => {
    let store: RecordStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const root = async () => {
      const [hash] = await readHashes(planRoot(await store.logSize()), store.readTiles);
      return Buffer.from(hash as Uint8Array).toString('hex');
    };
    const keep = (count: number, consentId = 'mine-mine-mine-mine') =>
      Promise.all(
        Array.from({ length: count }, async () => {
          const record = fixtureRecord({ consentId });
          await store.keepRecord(record);
          return record;
        }),
      );

    it('PRF-009: every record is a leaf from its commit on, once, under a nonce of its own', async () => {
      expect(await store.logSize()).toBe(0);
      const records = [...(await keep(300)), ...(await keep(1)), ...(await keep(2))];
      await store.keepRecord(records[0] as never);
      expect(await store.logSize()).toBe(303);
      const leaves: Buffer[] = [];
      const nonces = new Set<string>();
      for (const record of records) {
        const { leafIndex, nonce, ...entry } = (await store.findEntry(['shop'], record.id)) as KeptEntry;
        expect(entry.record).toEqual(record);
        leaves[leafIndex] = hashRecord(canonicalJson(record), nonce);
        nonces.add(nonce);
      }
      expect(nonces.size).toBe(303);
      expect(await root()).toBe(rootOf(leaves));
      expect(await store.findContradictions()).toEqual([]);
    });

    it('PRF-007: erases what belongs to one consent id in one site, in chunks, and nothing else', async () => {
      const mine = await keep(5);
      const [other] = await keep(1, 'another-visitor-id');
      const foreign = fixtureRecord({ consentId: 'mine-mine-mine-mine', site: 'other' });
      await store.keepRecord(foreign);
      const before = await root();
      expect(await store.eraseConsent('shop', 'mine-mine-mine-mine', 3)).toBe(3);
      expect(await store.eraseConsent('shop', 'mine-mine-mine-mine', 3)).toBe(2);
      expect(await store.eraseConsent('shop', 'mine-mine-mine-mine', 3)).toBe(0);
      expect(await store.listRecords('shop', { limit: 9 })).toEqual([other]);
      expect(await store.listRecords('other', { limit: 9 })).toEqual([foreign]);
      for (const { id } of mine) {
        expect(await store.findRecord(['shop'], id)).toBeUndefined();
        expect(await store.findEntry(['shop'], id)).toEqual({
          leafIndex: expect.any(Number),
          erasedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        });
      }
      expect(await store.logSize()).toBe(7);
      expect(await root()).toBe(before);
      expect(await store.findContradictions()).toEqual([]);
    });

    it('PRF-007: an erased record does not come back when the browser sends it again', async () => {
      const [mine] = await keep(1);
      await store.eraseConsent('shop', 'mine-mine-mine-mine', 9);
      expect(await store.keepRecord(mine as never)).toBeUndefined();
      expect(await store.listRecords('shop', { limit: 9 })).toEqual([]);
      expect(await store.logSize()).toBe(1);
    });

    it('lists every place of the log in order, erased or not', async () => {
      const mine = await keep(2);
      const kept = await keep(3, 'another-visitor-id');
      await store.eraseConsent('shop', 'mine-mine-mine-mine', 9);
      const entries = await store.listEntries(0, 100);
      expect(entries.map(({ leafIndex }) => leafIndex)).toEqual([0, 1, 2, 3, 4]);
      expect(entries.map(({ id }) => id).sort()).toEqual([...mine, ...kept].map(({ id }) => id).sort());
      expect(entries.filter(({ content, nonce }) => content === null && nonce === null)).toHaveLength(2);
      expect((await store.listEntries(1, 2)).map(({ leafIndex }) => leafIndex)).toEqual([1, 2]);
      expect(await store.listEntries(5, 2)).toEqual([]);
    });

    it('keeps the last checkpoint of each hour, and the last of all', async () => {
      expect(await store.lastCheckpoint()).toBeUndefined();
      const at = (size: number, signedAt: string) =>
        store.keepCheckpoint({ size, signedAt: `2026-11-23T${signedAt}.000Z`, note: `note ${size}` });
      for (const [size, time] of [
        [1, '10:00:00'],
        [2, '10:30:00'],
        [3, '10:59:59'],
        [4, '11:00:00'],
        [4, '12:00:00'],
        [5, '13:00:00'],
      ] as const) {
        await at(size, time);
      }
      expect((await store.listCheckpoints()).map(({ size }) => size)).toEqual([3, 4, 5]);
      expect(await store.lastCheckpoint()).toEqual({
        size: 5,
        signedAt: '2026-11-23T13:00:00.000Z',
        note: 'note 5',
      });
    });
  });
}
