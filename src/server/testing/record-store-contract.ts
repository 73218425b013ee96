import { hash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublishedVersion } from '../sites/site-version.ts';
import type { Artefact, RecordQuery, RecordStore } from '../stores/record-store.ts';
import { fixturePicture, NOTICE, PICTURE } from './fixture-picture.ts';
import { fixtureRecord } from './fixture-submission.ts';

const T0 = new Date('2026-11-01T00:00:00Z');
const T1 = new Date('2026-11-10T00:00:00Z');

const version = (edit: Partial<PublishedVersion> = {}): PublishedVersion => ({
  site: 'shop',
  configHash: 'a'.repeat(64),
  bundleHash: 'c'.repeat(64),
  uiRevision: '0123456789ab',
  notices: { en: 'b'.repeat(64) },
  firstPublishedAt: T0.toISOString(),
  ...edit,
});

/** What every record store must do, whatever it is made of. */
export function describeRecordStore(name: string, open: () => RecordStore | Promise<RecordStore>): void {
  describe(`${name} as a record store`, () => {
    let store: RecordStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('gives a kept record back exactly as it came in', async () => {
      const record = fixtureRecord();
      expect(await store.keepRecord(record)).toEqual({ record, isNew: true });
      expect(await store.findRecord(['other', 'shop'], record.id)).toEqual(record);
    });

    it('PRF-001: never changes a kept record: a second one with its id returns the first', async () => {
      const record = fixtureRecord();
      await store.keepRecord(record);
      const other = { ...record, action: 'reject' as const, receivedAt: '2026-11-24T00:00:00.000Z' };
      expect(await store.keepRecord(other)).toEqual({ record, isNew: false });
      expect(await store.findRecord(['shop'], record.id)).toEqual(record);
    });

    it('keeps one of many records that arrive at once with the same id', async () => {
      const record = fixtureRecord();
      const kept = await Promise.all(Array.from({ length: 50 }, () => store.keepRecord(record)));
      expect(kept.filter((one) => one?.isNew)).toHaveLength(1);
      expect(await store.listRecords('shop', { limit: 100 })).toEqual([record]);
    });

    it('keeps sites apart, even where ids are equal', async () => {
      const mine = fixtureRecord();
      const theirs = { ...mine, site: 'other' };
      await store.keepRecord(mine);
      expect((await store.keepRecord(theirs))?.isNew).toBe(true);
      expect(await store.findRecord(['other'], mine.id)).toEqual(theirs);
      expect(await store.findRecord(['nobody'], mine.id)).toBeUndefined();
      expect(await store.listRecords('other', { limit: 9 })).toEqual([theirs]);
    });

    it('lists the newest first, page by page', async () => {
      const records = Array.from({ length: 5 }, (_, index) =>
        fixtureRecord({ receivedAt: `2026-11-0${index + 1}T00:00:00.000Z` }),
      );
      await Promise.all(records.map((record) => store.keepRecord(record)));
      const first = await store.listRecords('shop', { limit: 2 });
      expect(first).toEqual([records[4], records[3]]);
      const before = first[1]?.receivedAt ?? '';
      expect(await store.listRecords('shop', { limit: 9, before })).toEqual([
        records[2],
        records[1],
        records[0],
      ]);
    });

    it('loses none between two pages where many arrived in one millisecond', async () => {
      const records = Array.from({ length: 25 }, () => fixtureRecord());
      await Promise.all(records.map((record) => store.keepRecord(record)));
      const found = new Set<string>();
      let query: RecordQuery = { limit: 10 };
      for (let page = 0; page < 3; page++) {
        const listed = await store.listRecords('shop', query);
        for (const { id } of listed) found.add(id);
        const last = listed.at(-1);
        if (last) query = { limit: 10, before: last.receivedAt, beforeId: last.id };
      }
      expect(found).toEqual(new Set(records.map(({ id }) => id)));
    });

    it('lists the records of one consent id only', async () => {
      const mine = fixtureRecord({ consentId: 'mine-mine-mine-mine' });
      await store.keepRecord(mine);
      await store.keepRecord(fixtureRecord());
      expect(await store.listRecords('shop', { consentId: mine.consentId, limit: 9 })).toEqual([mine]);
      expect(await store.listRecords('shop', { consentId: "' OR 1=1 --", limit: 9 })).toEqual([]);
    });

    it('counts each record once, by day and action, and each answer by purpose', async () => {
      const accept = fixtureRecord();
      const reject = fixtureRecord({
        action: 'reject',
        receivedAt: '2026-11-24T10:00:00.000Z',
        purposes: { analytics: 'denied', marketing: 'denied' },
      });
      const withdraw = { ...reject, id: randomUUID(), action: 'withdraw' as const };
      for (const record of [accept, accept, reject, withdraw]) await store.keepRecord(record);
      expect(await store.countActions('shop', '2026-11-23')).toEqual([
        { day: '2026-11-23', action: 'accept', count: 1 },
        { day: '2026-11-24', action: 'reject', count: 1 },
        { day: '2026-11-24', action: 'withdraw', count: 1 },
      ]);
      expect(await store.countActions('shop', '2026-11-24')).toHaveLength(2);
      expect(await store.countPurposes('shop', '2026-11-01')).toEqual([
        { purpose: 'analytics', granted: 1, denied: 1 },
        { purpose: 'marketing', granted: 1, denied: 1 },
      ]);
      expect(await store.countPurposes('other', '2026-11-01')).toEqual([]);
    });

    it('PRF-004: keeps an artefact under the hash of its content, once and for good', async () => {
      const content = '{"a":1}';
      const artefact: Artefact = { hash: hash('sha256', content), kind: 'config', content };
      await store.keepArtefacts([artefact]);
      await store.keepArtefacts([{ ...artefact, content: 'forged' }]);
      expect(await store.findArtefact(artefact.hash)).toEqual(artefact);
      expect(await store.findArtefact('0'.repeat(64))).toBeUndefined();
    });

    it('PRF-004: keeps the first pictures of a notice, whatever a later browser makes of it', async () => {
      const desktop = fixturePicture('large', { viewport: 'desktop' });
      await store.keepPictures(NOTICE, [PICTURE]);
      await store.keepPictures(NOTICE, [fixturePicture('other', { browser: '160.0' }), desktop]);
      const kept = await store.findPictures(NOTICE);
      expect(kept.map((picture) => ({ ...picture, png: new Uint8Array(picture.png) }))).toEqual([
        desktop,
        PICTURE,
      ]);
      // In German it looks the same, and takes no more room.
      await store.keepPictures({ ...NOTICE, locale: 'de' }, [PICTURE]);
      expect(await store.findPictures({ ...NOTICE, locale: 'de' })).toHaveLength(1);
      expect(await store.findPictures({ ...NOTICE, configHash: 'd'.repeat(64) })).toEqual([]);
    });

    it('finds a replaced version until it is too old, and tells sites apart', async () => {
      const old = version();
      const current = version({ configHash: 'd'.repeat(64), uiRevision: 'ffffffffffff' });
      await store.publishVersion(old, T0);
      await store.publishVersion(current, T1);
      expect(await store.findVersion('shop', old.configHash, T0)).toEqual(old);
      expect(await store.findVersion('shop', old.configHash, new Date(T1.getTime() + 1))).toBeUndefined();
      expect(await store.findVersion('shop', current.configHash, new Date('2030-01-01'))).toEqual(current);
      expect(await store.findVersion('other', old.configHash, T0)).toBeUndefined();
      expect(await store.findRevision('shop', old.uiRevision)).toEqual(old);
    });

    it('remembers when a version was published first', async () => {
      await store.publishVersion(version(), T0);
      await store.publishVersion(version({ firstPublishedAt: T1.toISOString() }), T1);
      const found = await store.findVersion('shop', 'a'.repeat(64), T1);
      expect(found?.firstPublishedAt).toBe(T0.toISOString());
    });

    it('PRF-006: erases what ended before the time, in chunks, and nothing else', async () => {
      const ended = Array.from({ length: 5 }, () =>
        fixtureRecord({ receivedAt: '2020-01-01T00:00:00.000Z', validUntil: '2020-07-01T00:00:00.000Z' }),
      );
      const valid = fixtureRecord({
        receivedAt: '2020-01-01T00:00:00.000Z',
        validUntil: '2027-01-01T00:00:00.000Z',
      });
      const foreign = { ...fixtureRecord(), ...ended[0], site: 'other' };
      for (const record of [...ended, valid, foreign]) await store.keepRecord(record);
      const time = new Date('2023-01-01');
      expect(await store.eraseEnded('shop', time, 3)).toBe(3);
      expect(await store.eraseEnded('shop', time, 3)).toBe(2);
      expect(await store.eraseEnded('shop', time, 3)).toBe(0);
      expect(await store.listRecords('shop', { limit: 9 })).toEqual([valid]);
      expect(await store.listRecords('other', { limit: 9 })).toEqual([foreign]);
    });

    it('finishes what is under way when it closes', async () => {
      const other = await open();
      const pending = other.keepRecord(fixtureRecord());
      await other.close();
      expect((await pending)?.isNew).toBe(true);
      await expect(other.keepRecord(fixtureRecord())).rejects.toMatchObject({ code: 'STORE_FAILED' });
      await expect(other.check()).rejects.toMatchObject({ code: 'STORE_FAILED' });
    });
  });
}
