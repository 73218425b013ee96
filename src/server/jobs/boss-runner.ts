import type { QueryResult } from 'pg';
import { type Db, PgBoss } from 'pg-boss';
import { openPostgresDatabase, type PostgresDatabase } from '../stores/postgres-database.ts';
import { dueSites, type Nightly, RETRIES, RETRY_MS, type Runner, scanAndTell } from './nightly.ts';

/** Decides in the evening which scans there are to be. */
const NIGHT = 'avowal-night';
/** Scans one site. */
const SCAN = 'avowal-scan';

/** A worker that says nothing for so long is dead, and its job is somebody else's. */
const HEARTBEAT_SECONDS = 60;
const LONGEST_SCAN_SECONDS = 4 * 3600;
const CLOSE_WAIT_MS = 15_000;

interface ScanData {
  readonly site: string;
}

/** For the jobs too, of several hosts the one that takes writes. */
const jobDatabase = (database: PostgresDatabase): Db => ({
  executeSql: async (text, values) => {
    const client = await database.hold();
    try {
      const result: QueryResult | QueryResult[] = await client.query(text, values);
      client.release();
      // Several statements at once have a result each.
      return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows };
    } catch (error) {
      client.release(true);
      throw error;
    }
  },
});

/**
 * Scans what is due together with all workers at a database: each site is one job, of each host one at a time. A job whose
 * worker dies goes to another one. Throws what the database throws.
 */
export async function startBossRunner(url: string, nightly: Nightly): Promise<Runner> {
  const { at, log } = nightly;
  const database = openPostgresDatabase(url);
  const control = new AbortController();
  const boss = new PgBoss({
    db: jobDatabase(database),
    schema: 'avowal_jobs',
  });
  boss.on('error', (error) => log('error', 'jobs failed', { message: error.message }));

  const plan = async () => {
    for (const { site } of await dueSites(nightly, new Date()))
      await boss.send(SCAN, { site: site.id } satisfies ScanData, {
        singletonKey: site.domains[0] ?? site.id,
      });
  };
  const scan = async ({ site }: ScanData, signal: AbortSignal) => {
    // It may be there twice: for one that is scanned already nothing is due.
    const config = (await dueSites(nightly, new Date())).find((one) => one.site.id === site);
    if (config) await scanAndTell(nightly, config, AbortSignal.any([signal, control.signal]));
  };
  const close = async () => {
    control.abort();
    await boss.stop({ graceful: true, timeout: CLOSE_WAIT_MS });
    await database.close();
  };

  try {
    await boss.start();
    await boss.createQueue(NIGHT);
    await boss.createQueue(SCAN, {
      policy: 'singleton',
      retryLimit: RETRIES,
      retryDelay: RETRY_MS / 1000,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: LONGEST_SCAN_SECONDS,
    });
    // What a worker left that died before this one began.
    await boss.supervise(SCAN);
    await boss.schedule(NIGHT, `${at.minute} ${at.hour} * * *`, null, { tz: 'UTC' });
    await plan();
    await boss.work(NIGHT, plan);
    await boss.work<ScanData>(SCAN, async ([job]) => job && scan(job.data, job.signal));
  } catch (error) {
    await close();
    throw database.fail(error);
  }
  return { close };
}
