import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startAvowal } from './avowal-server.ts';
import { writeConfig } from './config.ts';
import type { Fault } from './fault.ts';
import { startLoad } from './load.ts';
import { takeTally } from './tally.ts';

const fault: Fault = {
  about: 'kill -9 of the server under load',
  run: async ({ folder, isShort }) => {
    const config = writeConfig(folder);
    const dataDir = join(folder, 'data');
    const load = startLoad();
    const times = isShort ? 8 : 50;
    for (let time = 0; time < times; time++) {
      const server = await startAvowal(config, dataDir);
      await load.use(server.url);
      await wait(randomInt(100, 500));
      await server.kill();
      await load.use();
    }
    const server = await startAvowal(config, dataDir);
    await load.use(server.url);
    await load.settle();
    await server.stop();
    return takeTally({ dataDir }, load, [`killed ${times} times`, `${load.failed} requests cut off`]);
  },
};
export default fault;
