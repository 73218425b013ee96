import { hash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCheckpointGuard } from '../../log/checkpoint-guard.ts';
import { fixtureRecord } from '../../testing/fixture-submission.ts';
import { openLog } from '../../testing/open-log.ts';
import { auditRecords } from './audit-records.ts';

const ARTEFACTS = (['config', 'notice', 'bundle'] as const).map((kind) => ({
  kind,
  content: `{"of":"${kind}"}`,
  hash: hash('sha256', `{"of":"${kind}"}`),
}));
const [CONFIG, NOTICE, BUNDLE] = ARTEFACTS.map(({ hash }) => hash) as [string, string, string];

/** A folder with 600 records, ten of them erased, and two checkpoints in different hours. */
async function filled() {
  const opened = openLog();
  const { store, log } = opened;
  await store.keepArtefacts(ARTEFACTS);
  const keep = (count: number, consentId: string) =>
    Promise.all(
      Array.from({ length: count }, () =>
        store.keepRecord(
          fixtureRecord({ consentId, configHash: CONFIG, noticeHash: NOTICE, bundleHash: BUNDLE }),
        ),
      ),
    );
  await keep(290, 'visitor-who-stays-here');
  const { size, note } = await log.sign();
  await store.keepCheckpoint({ size, note, signedAt: '2026-01-01T00:00:00.000Z' });
  await keep(10, 'visitor-who-wants-to-go');
  await keep(300, 'visitor-who-stays-here');
  await log.sign();
  await store.eraseConsent('shop', 'visitor-who-wants-to-go', 100);
  const audit = async () => {
    const guard = openCheckpointGuard(opened.dataDir);
    const last = await guard.last();
    guard.close();
    return auditRecords(store, log.keys().verifierKeys, last === undefined ? [] : [last]);
  };
  const database = new DatabaseSync(join(opened.dataDir, 'avowal.db'), { timeout: 1000 });
  for (const { name } of database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) {
    database.exec(`DROP TRIGGER ${name}`);
  }
  const close = async () => {
    database.close();
    await opened.close();
  };
  return { ...opened, audit, database, close };
}

/** Every column of which each bit is bound by the log, a signature or a hash. */
const CELLS = [
  ['records', 'site, id', 'content'],
  ['records', 'site, id', 'nonce'],
  ['records', 'site, id', 'leaf_index'],
  ['records', 'site, id', 'consent_id'],
  ['records', 'site, id', 'received_at'],
  ['records', 'site, id', 'valid_until'],
  ['records', 'site, id', 'id'],
  ['records', 'site, id', 'site'],
  ['log_tiles', 'level, tile', 'hashes'],
  ['log_tiles', 'level, tile', 'tile'],
  ['log_checkpoints', 'size', 'note'],
  ['erased_records', 'site, id', 'leaf_index'],
  ['erasures', 'site, at, reason', 'erased'],
  ['artefacts', 'hash', 'content'],
  ['artefacts', 'hash', 'hash'],
] as const;

function flip(value: unknown, bit: number): string | number | Uint8Array {
  if (typeof value === 'number') return value + (bit % 2 === 0 ? 1 : -1) * 2 ** (bit % 12);
  const bytes = Buffer.from(value as string);
  const at = Math.floor(bit / 8) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % (typeof value === 'string' ? 7 : 8)));
  return typeof value === 'string' ? bytes.toString() : bytes;
}

describe('An audit of all records', () => {
  it('PRF-009: finds nothing where nothing was changed, erased records included', async () => {
    const { audit, close } = await filled();
    expect(await audit()).toEqual({ records: 590, erased: 10, checkpoints: 3, artefacts: 3, problems: [] });
    await close();
  });

  it('PRF-009: finds a flipped bit anywhere', async () => {
    const { audit, database, close } = await filled();
    const property = fc.asyncProperty(
      fc.constantFrom(...CELLS),
      fc.nat(),
      fc.nat(),
      async ([table, key, column], row, bit) => {
        const count = Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
        const found = database
          .prepare(`SELECT ${key}, ${column} FROM ${table} LIMIT 1 OFFSET ?`)
          .get(row % count);
        const names = key.split(', ');
        const where = names.map((name) => `${name} = ?`).join(' AND ');
        const keys = names.map((name) => found?.[name] as string | number);
        const changed = flip(found?.[column], bit);
        database.exec('SAVEPOINT flipped');
        try {
          database.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`).run(changed, ...keys);
        } catch {
          // A place that is taken: the table itself refuses it.
          database.exec('ROLLBACK TO flipped; RELEASE flipped');
          return;
        }
        database.exec('RELEASE flipped');
        const { problems } = await audit();
        const moved = keys.map((value, at) => (names[at] === column ? (changed as string) : value));
        database
          .prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`)
          .run(found?.[column] as string, ...moved);
        expect(problems.length, `${table}.${column}`).toBeGreaterThan(0);
      },
    );
    await fc.assert(property, { numRuns: 120, endOnFailure: true });
    expect((await audit()).problems).toEqual([]);
    await close();
  });

  it.each([
    ['a record taken away', 'DELETE FROM records WHERE leaf_index = 7', 'Place 7 of the log has neither'],
    [
      'a record taken away as if it had been erased',
      `INSERT INTO erased_records SELECT site, id, leaf_index, 0 FROM records WHERE leaf_index = 7;
       DELETE FROM records WHERE leaf_index = 7`,
      'has 11 erased records, but its erasures count 10',
    ],
    [
      'a record put in behind the log',
      `INSERT INTO records SELECT site, 'new', consent_id, received_at, valid_until, content, 600, nonce FROM records LIMIT 1`,
      'Record new stands behind the end of the log',
    ],
    [
      'a record put in beside the log',
      `INSERT INTO records SELECT site, 'new', consent_id, received_at, valid_until, content, NULL, NULL FROM records LIMIT 1`,
      'Record new has no place in the log',
    ],
    [
      'the end of the log cut off, with its records',
      `DELETE FROM records WHERE leaf_index >= 512; DELETE FROM log_tiles WHERE level = 0 AND tile = 2`,
      'The checkpoint at 600 records is ahead of the log',
    ],
    ['an artefact taken away', "DELETE FROM artefacts WHERE kind = 'notice'", 'is not kept'],
    [
      'two records exchanged',
      `CREATE TABLE t AS SELECT leaf_index, content, nonce FROM records WHERE leaf_index IN (3, 4);
       UPDATE records SET nonce = (SELECT nonce FROM t WHERE t.leaf_index = 7 - records.leaf_index),
         content = (SELECT content FROM t WHERE t.leaf_index = 7 - records.leaf_index) WHERE leaf_index IN (3, 4)`,
      'is not what was entered at place 3',
    ],
  ])('PRF-009: finds %s', async (_, sql, problem) => {
    const { audit, database, close } = await filled();
    database.exec(sql);
    expect((await audit()).problems.join('\n')).toContain(problem);
    await close();
  });

  it('PRF-009: finds a checkpoint that somebody else signed', async () => {
    const { store, log, keep, close } = openLog();
    const stranger = openLog();
    await keep(1);
    const keys = log.keys().verifierKeys;
    const { note } = await stranger.log.sign();
    expect((await auditRecords(store, keys, [note])).problems[0]).toContain(
      'is not signed with a key of this log',
    );
    expect((await auditRecords(store, keys, ['nonsense'])).problems[0]).toContain('cannot be read');
    await stranger.close();
    await close();
  });
});
