// npm run bench:postgres [RECORDS]: what a record costs in PostgreSQL: bytes of each table, of its indexes and of the write-ahead
// log, and CPU time on both sides. Needs PostgreSQL on this machine; makes a cluster of its own.
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../../src/server/canonical-json.ts';
import { openPostgresDatabase } from '../../src/server/stores/postgres-database.ts';
import { openPostgresStore } from '../../src/server/stores/postgres-store.ts';
import { openSpool } from '../../src/server/stores/spool.ts';
import { fixtureRecord } from '../../src/server/testing/fixture-submission.ts';
import { postgresMissing, startPostgres } from '../../src/server/testing/postgres-cluster.ts';
import { printHelp } from './print-help.ts';

printHelp(import.meta.url);

if (postgresMissing) throw new Error(postgresMissing);
const total = Number(process.argv[2] ?? 200_000);
const IN_FLIGHT = 1000;
const TICKS_PER_SECOND = 100;

/** CPU seconds of a process and of the children that it has waited for. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND;
}
const cpuOfServer = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .reduce((sum, child) => sum + cpuOf(Number(child)), cpuOf(pid));

const records = (count: number) =>
  Array.from({ length: count }, () =>
    fixtureRecord({ receivedAt: new Date().toISOString(), clientTime: new Date().toISOString() }),
  );

async function inBatches(
  keep: (record: ReturnType<typeof fixtureRecord>) => Promise<unknown>,
): Promise<number> {
  const began = process.cpuUsage();
  for (let done = 0; done < total; done += IN_FLIGHT) await Promise.all(records(IN_FLIGHT).map(keep));
  const { user, system } = process.cpuUsage(began);
  return (user + system) / total;
}

const each = (bytes: unknown) => `${(Number(bytes) / total).toFixed(0)} B`;
const folder = await mkdtemp(join(tmpdir(), 'avowal-bench-'));
const node = await startPostgres();
const database = openPostgresDatabase(node.url);
const store = openPostgresStore(node.url);
try {
  await store.check();
  const [before] = await database.query('SELECT pg_current_wal_lsn() AS lsn');
  const cpuBefore = cpuOfServer(node.pid());
  const began = performance.now();
  const client = await inBatches(store.keepRecord);
  const seconds = (performance.now() - began) / 1000;
  const server = ((cpuOfServer(node.pid()) - cpuBefore) * 1e6) / total;
  console.log(
    `${total} records, ${Math.round(total / seconds)} a second with one server of Avowal on this machine, as busy as it was`,
  );
  console.log(`CPU per record: ${client.toFixed(0)} µs in the server, ${server.toFixed(0)} µs in PostgreSQL`);
  const [wal] = await database.query('SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), $1) AS bytes', [
    before?.lsn,
  ]);
  console.log(`write-ahead log: ${each(wal?.bytes)} per record`);
  const tables = await database.query(
    `SELECT CASE WHEN relname LIKE 'records_2%' THEN 'records' ELSE relname END AS name, sum(pg_table_size(oid)) AS rows, sum(pg_indexes_size(oid)) AS indexes
     FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace GROUP BY 1 ORDER BY 2 DESC LIMIT 3`,
  );
  for (const { name, rows, indexes } of tables)
    console.log(`${name}: rows ${each(rows)}, indexes ${each(indexes)}`);
  const spool = openSpool(join(folder, 'spool.db'));
  const spooling = await inBatches((record) =>
    spool.keepRecord(record.site, record.id, canonicalJson(record)),
  );
  console.log(
    `spool: ${spooling.toFixed(0)} µs CPU, ${each(statSync(join(folder, 'spool.db')).size)} per record that waits`,
  );
  await spool.close();
} finally {
  await store.close();
  await database.close();
  await node.remove();
  await rm(folder, { recursive: true });
}
