import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What a thread is started with. */
export interface ThreadData {
  readonly side: 'writes' | 'reads' | 'spool';
  readonly file: string;
}

/** Number of a call, name of the function, arguments. */
export type ThreadCall = readonly [id: number, name: string, args: readonly unknown[]];
/** Number of the call and its result, or what went wrong. */
export type ThreadAnswer = readonly [id: number, result: unknown, problem?: string];

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** How calls travel. */
export interface CallOptions {
  readonly maxWaiting?: number;
  /** When those do that were made meanwhile. Default: at the end of the turn; sooner for who joins them already. */
  readonly soon?: (send: () => void) => void;
}

/** Calls that may wait; more are refused at once, so that memory stays bounded. */
const MAX_WAITING = 10_000;
/** Calls that travel together: with more of them the thread would wait while the last ones are still being made. */
const MAX_TOGETHER = 64;

/**
 * Calls the functions of a thread of its own by their names. The thread starts with the first call, and anew with the next one
 * when it has died. Calls of one turn of the event loop travel together, dozens at a time. `close` is the last call.
 */
export function callThread<T extends { close(): Promise<void> }>(
  data: ThreadData,
  fail: (error: unknown) => Error,
  { maxWaiting = MAX_WAITING, soon = setImmediate }: CallOptions = {},
): T {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let batch: ThreadCall[] = [];
  let lastId = 0;
  let isClosed = false;

  const start = () => {
    const file = new URL(`./sqlite-thread${extname(import.meta.url)}`, import.meta.url);
    const started = new Worker(file, { workerData: data, execArgv: [] });
    let cause: unknown;
    started.on('message', (answers: readonly ThreadAnswer[]) => {
      for (const [id, result, problem] of answers) {
        const call = waiting.get(id);
        waiting.delete(id);
        if (problem === undefined) call?.resolve(result as never);
        else call?.reject(fail(new Error(problem)));
      }
      // A process that waits for nothing else may end.
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => {
      cause = error;
    });
    started.on('exit', () => {
      worker = undefined;
      for (const { reject } of waiting.values()) reject(fail(cause ?? new Error('its thread ended')));
      waiting.clear();
    });
    return started;
  };

  const send = () => {
    if (batch.length === 0) return;
    worker ??= start();
    worker.ref();
    worker.postMessage(batch);
    batch = [];
  };

  const call = (name: string, args: readonly unknown[]) =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(fail(new Error('it was closed')));
      if (waiting.size >= maxWaiting) return reject(fail(new Error('too many calls are waiting')));
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      if (batch.length === 0) soon(send);
      batch.push([lastId, name, args]);
      if (batch.length === MAX_TOGETHER) send();
    });

  const close = async () => {
    if (isClosed) return;
    const isStarted = worker !== undefined || batch.length > 0;
    const closed = isStarted ? call('close', []) : undefined;
    isClosed = true;
    await closed;
    await worker?.terminate();
  };

  return new Proxy({} as T, {
    get: (_, name) => (name === 'close' ? close : (...args: readonly unknown[]) => call(String(name), args)),
  });
}
