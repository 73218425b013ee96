import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { postgresMissing, startPostgres } from '../../src/server/testing/postgres-cluster.ts';
import { startAvowal } from './avowal-server.ts';
import { writeConfig } from './config.ts';
import type { Fault } from './fault.ts';
import { startLoad } from './load.ts';
import { takeTally } from './tally.ts';
import { untilForwarded } from './until-forwarded.ts';

const fault: Fault = {
  about: 'PostgreSQL stopped while consents come in',
  missing: postgresMissing,
  run: async ({ folder, outage }) => {
    const config = writeConfig(folder);
    const dataDir = join(folder, 'data');
    const database = await startPostgres();
    try {
      const load = startLoad();
      const server = await startAvowal(config, dataDir, '--database', database.url);
      await load.use(server.url);
      await wait(2000);
      const before = load.acknowledged.size;
      await database.stop();
      await wait(outage * 1000);
      const meanwhile = load.acknowledged.size - before;
      await database.start();
      await load.settle();
      const began = Date.now();
      await untilForwarded(database.url, load);
      const drained = Math.round((Date.now() - began) / 1000);
      await server.stop();
      const tally = await takeTally({ dataDir, database: database.url }, load, [
        `${meanwhile} acknowledged in ${outage} s without a database`,
        `forwarded ${drained} s after it came back`,
      ]);
      const problems = meanwhile > 0 ? [] : ['the intake stood still without a database'];
      return { ...tally, problems: [...tally.problems, ...problems] };
    } finally {
      await database.remove();
    }
  },
};
export default fault;
