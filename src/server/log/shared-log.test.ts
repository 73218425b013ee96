import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { auditRecords } from '../records/audit/audit-records.ts';
import { openPostgresDatabase } from '../stores/postgres-database.ts';
import { openPostgresStore } from '../stores/postgres-store.ts';
import { fixtureRecord } from '../testing/fixture-submission.ts';
import { type PostgresNode, postgresMissing, startPostgres } from '../testing/postgres-cluster.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { loadLogKeys } from './log-keys.ts';
import { openRecordLog } from './open-record-log.ts';
import { planConsistency } from './proof-plan.ts';
import { isConsistent } from './verify-consistency.ts';

const skipped = postgresMissing ? ` (skipped: ${postgresMissing})` : '';

describe.skipIf(postgresMissing)(`The log of several servers at one PostgreSQL database${skipped}`, () => {
  let node: PostgresNode;
  let schemas = 0;
  beforeAll(async () => {
    node = await startPostgres();
  });
  afterAll(() => node?.remove());

  async function query(text: string): Promise<void> {
    const admin = openPostgresDatabase(node.url);
    await admin.query(text);
    await admin.close();
  }

  /** Servers with a data folder each and the same keys. */
  async function servers(count: number) {
    schemas += 1;
    await query(`CREATE SCHEMA log_${schemas}`);
    const url = `${node.url}?options=-c%20search_path%3Dlog_${schemas}`;
    const keys = temporaryFolder();
    loadLogKeys(keys);
    return Array.from({ length: count }, () => {
      const dataDir = temporaryFolder();
      copyFileSync(join(keys, 'log-keys.json'), join(dataDir, 'log-keys.json'));
      const store = openPostgresStore(url);
      const log = openRecordLog(dataDir, store, store.guard);
      onTestFinished(async () => {
        await store.close();
        log.close();
      });
      const keep = (number: number) =>
        Promise.all(Array.from({ length: number }, () => store.keepRecord(fixtureRecord())));
      return { dataDir, store, log, keep };
    });
  }

  it('PRF-009: is one history, whoever signs it, however many sign at once', async () => {
    const all = await servers(3);
    const [first] = all;
    if (!first) throw new Error('no server');
    const heads = (
      await Promise.all(
        all.map(async ({ log, keep }) => {
          const signed = [];
          for (let round = 0; round < 8; round++) {
            await keep(10);
            signed.push(await log.sign());
          }
          return signed;
        }),
      )
    ).flat();
    heads.sort((one, other) => one.size - other.size);
    expect(heads.at(-1)?.size).toBe(240);
    for (const [at, head] of heads.slice(1).entries()) {
      const before = heads[at] as typeof head;
      const proof = await first.log.hashes(planConsistency(before.size, head.size));
      expect(
        isConsistent(
          before,
          head,
          proof.map((hash) => Buffer.from(hash, 'base64')),
        ),
      ).toBe(true);
    }
    const lasts = [await first.store.guard.last()].filter((note) => note !== undefined);
    expect(await auditRecords(first.store, first.log.keys().verifierKeys, lasts)).toMatchObject({
      records: 240,
      problems: [expect.stringMatching(/^What records name/), expect.anything(), expect.anything()],
    });
  });

  it('PRF-009: is not signed by a server that has keys of its own', async () => {
    const [one, other] = await servers(2);
    await one?.keep(1);
    await one?.log.sign();
    const folder = temporaryFolder();
    loadLogKeys(folder);
    copyFileSync(join(folder, 'log-keys.json'), join(other?.dataDir ?? '', 'log-keys.json'));
    await expect(other?.log.sign()).rejects.toMatchObject({ code: 'LOG_CONTRADICTED' });
  });

  it('PRF-009: is not signed when the whole database was set back to an earlier state', async () => {
    const [one] = await servers(1);
    const schema = `log_${schemas}`;
    await one?.keep(3);
    await one?.log.sign();
    for (const table of ['log_tiles', 'log_head', 'places', 'records']) {
      await query(`ALTER TABLE ${schema}.${table} DISABLE TRIGGER USER`);
      await query(
        table === 'log_head' ? `UPDATE ${schema}.log_head SET size = 0` : `TRUNCATE ${schema}.${table}`,
      );
    }
    // Also what the servers share: only the file that each has for itself remembers.
    await query(`TRUNCATE ${schema}.last_checkpoint, ${schema}.log_checkpoints`);
    await expect(one?.log.sign()).rejects.toMatchObject({
      code: 'LOG_CONTRADICTED',
      message: expect.stringContaining('that had 3 records, the log has 0'),
    });
  });
});
