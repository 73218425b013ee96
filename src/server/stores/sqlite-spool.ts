import type { ConsentRecord } from '../../model/consent-record.ts';
import { canonicalJson } from '../canonical-json.ts';
import { createGroupCommit } from './group-commit.ts';
import { connectDatabase } from './open-database.ts';
import type { NumberedParcel, Spool } from './spool.ts';
import {
  artefactFinder,
  artefactInserter,
  revisionFinder,
  versionFinder,
  versionPublisher,
} from './sqlite-versions.ts';

const recordIn = (row: Record<string, unknown> | undefined) =>
  row && (JSON.parse(String(row.content)) as ConsentRecord);

function parcelIn(row: Record<string, unknown>): NumberedParcel {
  const seq = Number(row.seq);
  const value = JSON.parse(String(row.content));
  if (row.kind === 'record') return { seq, kind: 'record', record: value };
  if (row.kind === 'artefacts') return { seq, kind: 'artefacts', artefacts: value };
  return row.kind === 'config' ? { seq, kind: 'config', change: value } : { seq, kind: 'version', ...value };
}

const hashesIn = (rows: readonly Record<string, unknown>[]) =>
  new Map(rows.map(({ site, hash }) => [String(site), String(hash)]));

/** Opens the file of a spool, in its thread: one transaction for all changes of a turn. */
export function openSqliteSpool(file: string): Spool {
  const database = connectDatabase(file);
  const write = createGroupCommit(database);
  const put = database.prepare(
    'INSERT INTO waiting (kind, site, id, content) VALUES (?, ?, ?, ?) ON CONFLICT (site, id) DO NOTHING',
  );
  const find = database.prepare(
    `SELECT content FROM waiting WHERE site IN (SELECT value FROM json_each(?)) AND id = ? AND kind = 'record' LIMIT 1`,
  );
  const list = database.prepare("SELECT content FROM waiting WHERE site = ? AND kind = 'record'");
  // In the place of the change before, at the end: its artefact has come since.
  const putConfig = database.prepare(
    `INSERT OR REPLACE INTO waiting (kind, site, id, content) VALUES ('config', ?, 'config', ?)`,
  );
  const waitingConfigs = database.prepare(
    `SELECT site, content ->> 'configHash' AS hash FROM waiting
     WHERE site IN (SELECT value FROM json_each(?)) AND id = 'config'`,
  );
  const servedConfigs = database.prepare(
    `SELECT site, config_hash AS hash FROM versions
     WHERE site IN (SELECT value FROM json_each(?)) AND retired_at IS NULL`,
  );
  const next = database.prepare('SELECT seq, kind, content FROM waiting ORDER BY seq LIMIT ?');
  const forget = database.prepare('DELETE FROM waiting WHERE seq <= ?');
  const count = database.prepare('SELECT count(*) AS n FROM waiting');
  const putArtefacts = artefactInserter(database);
  const publish = versionPublisher(database);
  const findArtefact = artefactFinder(database);
  const findVersion = versionFinder(database);
  const findRevision = revisionFinder(database);

  return {
    keepRecord: (record) =>
      write(() => {
        const { changes } = put.run('record', record.site, record.id, canonicalJson(record));
        if (changes === 1) return { record, isNew: true };
        const earlier = recordIn(find.get(JSON.stringify([record.site]), record.id)) ?? record;
        return { record: earlier, isNew: false };
      }),
    keepArtefacts: (artefacts) =>
      write(() => {
        putArtefacts(artefacts);
        put.run('artefacts', null, null, JSON.stringify(artefacts));
      }),
    publishVersion: (version, now) =>
      write(() => {
        publish(version, now);
        put.run('version', null, null, JSON.stringify({ version, time: now.getTime() }));
      }),
    publishConfig: (change) => write(() => void putConfig.run(change.site, JSON.stringify(change))),
    waitingConfigs: async (sites) => hashesIn(waitingConfigs.all(JSON.stringify(sites))),
    servedConfigs: async (sites) => hashesIn(servedConfigs.all(JSON.stringify(sites))),
    findRecord: async (sites, id) => recordIn(find.get(JSON.stringify(sites), id)),
    listRecords: async (site) => list.all(site).flatMap((row) => recordIn(row) ?? []),
    findArtefact: async (hash) => findArtefact(hash),
    findVersion: async (site, configHash, since) => findVersion(site, configHash, since),
    findRevision: async (site, uiRevision) => findRevision(site, uiRevision),
    next: async (limit) => next.all(limit).map(parcelIn),
    forget: (lastSeq) => write(() => void forget.run(lastSeq)),
    size: async () => Number(count.get()?.n),
    close: async () => {
      // An empty change waits for the transaction that may be under way.
      await write(() => undefined).catch(() => undefined);
      database.close();
    },
  };
}
