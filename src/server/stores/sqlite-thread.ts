// The thread that {@link callThread} starts: answers calls to one side of a SQLite file.
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadAnswer, ThreadCall, ThreadData } from './call-thread.ts';
import { openSqliteReads } from './sqlite-reads.ts';
import { openSqliteSpool } from './sqlite-spool.ts';
import { openSqliteWrites } from './sqlite-writes.ts';

const { side, file } = workerData as ThreadData;
const open = { writes: openSqliteWrites, reads: openSqliteReads, spool: openSqliteSpool }[side];
const calls = open(file) as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>;

/** Answers of one turn travel together. */
let answers: ThreadAnswer[] = [];
const answer = (one: ThreadAnswer) => {
  if (answers.length === 0) {
    process.nextTick(() => {
      parentPort?.postMessage(answers);
      answers = [];
    });
  }
  answers.push(one);
};

parentPort?.on('message', (batch: readonly ThreadCall[]) => {
  for (const [id, name, args] of batch) {
    calls[name]?.(...args).then(
      (result) => answer([id, result]),
      (error: Error) => answer([id, undefined, error.message]),
    );
  }
});
