import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load } from './load.ts';
import type { Mode, Usage } from './serve.ts';

/** What browsers saw, and what each answer cost the server in microseconds of processor time. */
export interface Measured extends Load {
  readonly mainThread: number;
  readonly allThreads: number;
  /** Bytes of memory at the end. */
  readonly rss: number;
}

/** A server under test. */
export interface Server {
  /** Sends answers over so many connections for a time, or until so many are acknowledged. */
  load(connections: number, milliseconds: number, records: number): Promise<Measured>;
  stop(): Promise<void>;
}

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

async function next<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${child.spawnargs.join(' ')} ended before it answered`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message as T;
}

/** Starts a server as a process of its own. */
export async function startServer(mode: Mode, dataDir: string, database?: string): Promise<Server> {
  const server = fork(file('serve.ts'), [mode, dataDir, ...(database ? [database] : [])]).setMaxListeners(0);
  const port = await next<number>(server);
  const isEmpty = mode === 'bare' || mode === 'no-op';
  const script = !isEmpty ? await (await fetch(`http://127.0.0.1:${port}/c/shop.js`)).text() : '';
  const find = (name: string) => new RegExp(`"${name}":"([^"]+)"`).exec(script)?.[1] ?? '0'.repeat(64);
  const usage = () => {
    server.send('usage');
    return next<Usage>(server);
  };
  return {
    load: async (connections, milliseconds, records) => {
      const before = await usage();
      const browsers = fork(
        file('load.ts'),
        [port, find('configHash'), find('snapshot'), connections, milliseconds, records].map(String),
      );
      const load = await next<Load>(browsers);
      const after = await usage();
      return {
        ...load,
        mainThread: (after.mainThread - before.mainThread) / load.acknowledged,
        allThreads: (after.allThreads - before.allThreads) / load.acknowledged,
        rss: after.rss,
      };
    },
    stop: async () => {
      const ended = once(server, 'exit');
      server.disconnect();
      await ended;
    },
  };
}
