import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startAvowal } from './avowal-server.ts';
import { writeConfig } from './config.ts';
import type { Fault } from './fault.ts';
import { startLoad } from './load.ts';
import { loopMissing, makeFileSystem, mount, unmount } from './mount.ts';
import { takeTally } from './tally.ts';

/** Without this the kernel would write everything back by itself every few seconds. */
const NEVER_BY_ITSELF = 'loop,commit=3600';

const CANARY = 'written, but nobody waited for the disk';

const readCanary = (file: string) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const fault: Fault = {
  about: 'power cut: the server killed, and the disk as it was at that moment',
  missing: loopMissing,
  run: async ({ folder, isShort }) => {
    const config = writeConfig(folder);
    const times = isShort ? 1 : 4;
    const load = startLoad();
    let image = join(folder, 'disk-0.img');
    let disk = join(folder, 'disk-0');
    let canaries = 0;
    makeFileSystem(image, 192);
    mkdirSync(disk);
    mount('-o', NEVER_BY_ITSELF, image, disk);
    try {
      for (let time = 1; time <= times; time++) {
        const server = await startAvowal(config, join(disk, 'data'));
        await load.use(server.url);
        await wait(2500);
        // If this is there afterwards, no power was cut.
        writeFileSync(join(disk, 'canary'), CANARY);
        await server.kill();
        // What reached the device, and nothing that the kernel still held.
        const copy = join(folder, `disk-${time}.img`);
        copyFileSync(image, copy);
        await load.use();
        unmount(disk);
        image = copy;
        disk = join(folder, `disk-${time}`);
        mkdirSync(disk);
        mount('-o', NEVER_BY_ITSELF, image, disk);
        if (readCanary(join(disk, 'canary')) === CANARY) canaries += 1;
      }
      const dataDir = join(disk, 'data');
      const server = await startAvowal(config, dataDir);
      await load.use(server.url);
      await load.settle();
      await server.stop();
      const tally = await takeTally({ dataDir }, load, [
        `cut ${times} times`,
        `a file that nobody waited for was gone ${times - canaries} times`,
      ]);
      const problems = canaries === 0 ? [] : ['what nobody waited for was still there: no power was cut'];
      return { ...tally, problems: [...tally.problems, ...problems] };
    } finally {
      unmount(disk);
    }
  },
};
export default fault;
