import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../stores/sqlite-store.ts';
import { fixtureRecord } from '../../testing/fixture-submission.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { eachRecord } from './each-record.ts';

it('reads every record once, newest first, however many fall into one millisecond and come in meanwhile', async () => {
  const store = openSqliteStore(join(temporaryFolder(), 'avowal.db'));
  const at = (n: number) => `2026-11-23T10:00:00.00${n}Z`;
  const kept = Array.from({ length: 1300 }, (_, n) => fixtureRecord({ receivedAt: at(n % 2) }));
  await Promise.all([...kept, fixtureRecord({ site: 'other' })].map((record) => store.keepRecord(record)));
  const ids: string[] = [];
  let before = '9';
  for await (const { id, receivedAt, site } of eachRecord(store, 'shop')) {
    if (ids.length === 100) await store.keepRecord(fixtureRecord({ receivedAt: at(9) }));
    expect([site, receivedAt <= before]).toEqual(['shop', true]);
    before = receivedAt;
    ids.push(id);
  }
  expect(ids.sort()).toEqual(kept.map(({ id }) => id).sort());
  await store.close();
});
