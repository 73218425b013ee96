import type { ConsentRecord } from '../../model/consent-record.ts';
import { createGroupCommit } from './group-commit.ts';
import { connectDatabase } from './open-database.ts';
import type { NumberedParcel, Quarantined, Spool } from './spool.ts';
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

const quarantinedIn = (row: Record<string, unknown>): Quarantined => ({
  kind: String(row.kind) as Quarantined['kind'],
  site: row.site === null ? null : String(row.site),
  id: row.id === null ? null : String(row.id),
  content: String(row.content),
  problem: String(row.problem),
  setAsideAt: new Date(Number(row.set_aside_at)).toISOString(),
});

const hashesIn = (rows: readonly Record<string, unknown>[]) =>
  new Map(rows.map(({ site, hash }) => [String(site), String(hash)]));

/** Opens the file of a spool, in its thread: one transaction for all changes of a turn. */
export function openSqliteSpool(file: string): Spool {
  const database = connectDatabase(file);
  const write = createGroupCommit(database);
  // What was set aside is acknowledged too: another record under its id comes too late.
  const put = database.prepare(
    `INSERT INTO waiting (kind, site, id, content)
     SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM quarantine WHERE site = ?2 AND id = ?3)
     ON CONFLICT (site, id) DO NOTHING`,
  );
  const find = database.prepare(
    ['waiting', 'quarantine']
      .map(
        (table) =>
          `SELECT content FROM ${table} WHERE site IN (SELECT value FROM json_each(?1)) AND id = ?2 AND kind = 'record'`,
      )
      .join(' UNION ALL '),
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
  const setAside = database.prepare(
    `INSERT INTO quarantine SELECT *, ?, ? FROM waiting WHERE seq = ? ON CONFLICT DO NOTHING`,
  );
  const drop = database.prepare('DELETE FROM waiting WHERE seq = ?');
  const quarantined = database.prepare('SELECT * FROM quarantine ORDER BY seq');
  const countQuarantined = database.prepare('SELECT count(*) AS n FROM quarantine');
  const putBack = database.prepare(
    `INSERT INTO waiting (kind, site, id, content) SELECT kind, site, id, content FROM quarantine WHERE true ORDER BY seq
     ON CONFLICT (site, id) DO NOTHING`,
  );
  const empty = database.prepare('DELETE FROM quarantine');
  const count = database.prepare('SELECT count(*) AS n FROM waiting');
  const putArtefacts = artefactInserter(database);
  const publish = versionPublisher(database);
  const findArtefact = artefactFinder(database);
  const findVersion = versionFinder(database);
  const findRevision = revisionFinder(database);

  return {
    keepRecord: (site, id, content) =>
      write(() => {
        const { changes } = put.run('record', site, id, content);
        if (changes === 1) return undefined;
        const earlier = recordIn(find.get(JSON.stringify([site]), id));
        if (!earlier) throw new Error(`something else than a record waits as ${id}`);
        return earlier;
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
    setAside: (seq, problem, now) =>
      write(() => {
        setAside.run(problem, now.getTime(), seq);
        drop.run(seq);
      }),
    listQuarantined: async () => quarantined.all().map(quarantinedIn),
    countQuarantined: async () => Number(countQuarantined.get()?.n),
    retryQuarantined: () =>
      write(() => {
        putBack.run();
        return Number(empty.run().changes);
      }),
    size: async () => Number(count.get()?.n),
    close: async () => {
      // An empty change waits for the transaction that may be under way.
      await write(() => undefined).catch(() => undefined);
      database.close();
    },
  };
}
