import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startAvowal } from './avowal-server.ts';
import { writeConfig } from './config.ts';
import type { Fault } from './fault.ts';
import { startLoad } from './load.ts';
import { mount, mountMissing, unmount } from './mount.ts';
import { takeTally } from './tally.ts';

const fault: Fault = {
  about: 'disk full, and space again',
  missing: mountMissing,
  run: async ({ folder }) => {
    const config = writeConfig(folder);
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    mount('-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk);
    try {
      const dataDir = join(disk, 'data');
      const load = startLoad();
      let server = await startAvowal(config, dataDir);
      // What else stands on the disk: it goes away later.
      writeFileSync(join(disk, 'other'), Buffer.alloc(12 << 20));
      await load.use(server.url);
      const end = Date.now() + 60_000;
      while (load.failed < 200 && Date.now() < end) await wait(50);
      const refused = load.failed;
      const before = load.acknowledged.size;
      rmSync(join(disk, 'other'));
      await load.settle();
      const after = load.acknowledged.size - before;
      await server.kill();
      server = await startAvowal(config, dataDir);
      await server.stop();
      const tally = await takeTally({ dataDir }, load, [
        `${refused} refused`,
        `${after} of them taken in later`,
      ]);
      return { ...tally, problems: [...tally.problems, ...(refused > 0 ? [] : ['the disk was never full'])] };
    } finally {
      unmount(disk);
    }
  },
};
export default fault;
