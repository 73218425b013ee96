import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { openSqliteStore } from '../stores/sqlite-store.ts';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { fixtureRecord } from '../testing/fixture-submission.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { eraseEnded } from './erase-records.ts';

describe('The retention job', () => {
  it('PRF-006: deletes all records that ended longer ago than the site keeps them, however many, and only those', async () => {
    const store = openSqliteStore(join(temporaryFolder(), 'avowal.db'));
    const config = resolveConfig(fixtureConfig({ records: { retentionMonths: 12 } }));
    const ended = (validUntil: string) =>
      fixtureRecord({ receivedAt: '2024-01-01T00:00:00.000Z', validUntil });
    await Promise.all(
      Array.from({ length: 2500 }, () => store.keepRecord(ended('2025-11-22T00:00:00.000Z'))),
    );
    const kept = ended('2025-11-24T00:00:00.000Z');
    await store.keepRecord(kept);
    const now = new Date('2026-11-23T00:00:00Z');
    expect(await eraseEnded(store, { config }, now)).toBe(2500);
    expect(await eraseEnded(store, { config }, now)).toBe(0);
    expect(await store.listRecords('shop', { limit: 9 })).toEqual([kept]);
    await store.close();
  });
});
