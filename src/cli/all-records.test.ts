import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ConsentRecord } from '../model/consent-record.ts';
import type { RecordStore } from '../server/stores/record-store.ts';
import { allRecords } from './all-records.ts';

const START = Date.parse('2026-11-23T00:00:00.000Z');

it('reads every record once, however many fall into one millisecond', async () => {
  const anyTimes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 990, maxLength: 2600 });
  await fc.assert(
    fc.asyncProperty(anyTimes, async (times) => {
      const records = times
        .map((time, n) => ({ id: `${n}`, receivedAt: new Date(START + time).toISOString() }) as ConsentRecord)
        .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
      const store = {
        listRecords: async (_, { before, limit }) =>
          records.filter(({ receivedAt }) => before === undefined || receivedAt < before).slice(0, limit),
      } as Pick<RecordStore, 'listRecords'>;
      const found = await allRecords(store as RecordStore, 'a');
      expect(found.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    }),
    { numRuns: 20 },
  );
});
