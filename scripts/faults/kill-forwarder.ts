import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { openSpool } from '../../src/server/stores/spool.ts';
import { postgresMissing, startPostgres } from '../../src/server/testing/postgres-cluster.ts';
import { startAvowal } from './avowal-server.ts';
import { writeConfig } from './config.ts';
import type { Fault } from './fault.ts';
import { startLoad } from './load.ts';
import { takeTally } from './tally.ts';
import { untilForwarded } from './until-forwarded.ts';

/** Records that are in the database and still in the spool: they will be forwarded a second time. */
async function countTwice(client: pg.Client, dataDir: string): Promise<number> {
  const spool = openSpool(join(dataDir, 'spool.db'));
  const ids = (await spool.next(1e6)).flatMap((parcel) =>
    parcel.kind === 'record' ? [parcel.record.id] : [],
  );
  await spool.close();
  const { rows } = await client.query('SELECT count(*) FROM places WHERE id = ANY ($1::uuid[])', [ids]);
  return Number(rows[0].count);
}

const fault: Fault = {
  about: 'kill -9 of the forwarder between its COMMIT in PostgreSQL and the deletion from the spool',
  missing: postgresMissing,
  run: async ({ folder, isShort }) => {
    const config = writeConfig(folder);
    const dataDir = join(folder, 'data');
    const database = await startPostgres();
    const client = new pg.Client(database.url);
    client.on('error', () => undefined);
    try {
      const load = startLoad();
      const start = async () => {
        const server = await startAvowal(config, dataDir, '--database', database.url);
        await load.use(server.url);
        return server;
      };
      let server = await start();
      await client.connect();
      // The database itself says when a batch is committed: then the forwarder has not deleted it yet.
      await client.query(`CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NOTIFY committed; RETURN NULL; END';
        CREATE TRIGGER tell AFTER UPDATE ON log_head EXECUTE FUNCTION tell(); LISTEN committed`);
      const times = isShort ? 4 : 12;
      let caught = 0;
      let twice = 0;
      for (let time = 0; time < times; time++) {
        await wait(300);
        await new Promise<void>((resolve) => {
          client.once('notification', () => {
            void server.kill().then(resolve);
          });
        });
        await load.use();
        const both = await countTwice(client, dataDir);
        caught += both > 0 ? 1 : 0;
        twice += both;
        server = await start();
      }
      await load.settle();
      await untilForwarded(database.url, load);
      await server.stop();
      return await takeTally({ dataDir, database: database.url }, load, [
        `killed ${times} times`,
        `${caught} of them in between`,
        `${twice} records forwarded twice`,
      ]);
    } finally {
      await client.end();
      await database.remove();
    }
  },
};
export default fault;
