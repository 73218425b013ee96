import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, postgresMissing, startPostgres } from '../../src/server/testing/postgres-cluster.ts';
import { startAvowal } from './avowal-server.ts';
import { writeConfig } from './config.ts';
import { copySecrets } from './copy-secrets.ts';
import type { Fault } from './fault.ts';
import { startLoad } from './load.ts';
import { takeTally } from './tally.ts';
import { untilForwarded } from './until-forwarded.ts';

const SYNCHRONOUS = ["synchronous_standby_names = 'ANY 1 (*)'", 'synchronous_commit = on'];

const fault: Fault = {
  about: 'kill -9 of the PostgreSQL primary, its standby promoted',
  missing: postgresMissing,
  run: async ({ folder, isShort }) => {
    const times = isShort ? 1 : 3;
    const config = writeConfig(folder);
    const [local, replicated] = [join(folder, 'local'), join(folder, 'replicated')];
    // The servers know all places from the start; who of them takes writes they find out.
    const ports = await Promise.all(Array.from({ length: times + 1 }, freePort));
    const places = ports.map((port) => `127.0.0.1:${port}`);
    let primary = await startPostgres({ settings: SYNCHRONOUS, port: ports[0] });
    const nodes = [primary];
    let standby = await primary.makeStandby(ports[1]);
    try {
      await standby.start();
      const url = `postgres://postgres@${places.join(',')}/postgres?target_session_attrs=read-write`;
      const load = startLoad();
      const servers = [await startAvowal(config, local, '--database', url, '--ack', 'local')];
      copySecrets(local, replicated);
      servers.push(await startAvowal(config, replicated, '--database', url, '--ack', 'replicated'));
      await load.use(...servers.map((server) => server.url));
      for (let time = 0; time < times; time++) {
        await wait(2500);
        await primary.kill();
        standby.promote();
        primary = standby;
        nodes.push(primary);
        if (time + 1 === times) break;
        standby = await primary.makeStandby(ports[time + 2]);
        await standby.start();
      }
      // The last one has no standby any more: from here on it answers for itself.
      primary.run("ALTER SYSTEM SET synchronous_standby_names = ''", 'SELECT pg_reload_conf()');
      await wait(1000);
      await load.settle();
      await untilForwarded(url, load);
      await Promise.all(servers.map((server) => server.stop()));
      return await takeTally({ dataDir: local, database: url }, load, [
        `killed ${times} times`,
        `${load.failed} requests told to come again`,
      ]);
    } finally {
      for (const node of new Set([...nodes, standby])) await node.remove();
    }
  },
};
export default fault;
