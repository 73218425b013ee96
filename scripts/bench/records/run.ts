// npm run bench:records: how many answers a server takes in, and what one costs.
//
//   npm run bench:records -- --rounds 9 --seconds 5    longer, for a machine that does something else as well
//   npm run bench:records -- --records 1000000         memory and disk over a million records
//   npm run bench:records -- --connections 64
//
// Method. The server is a process of its own with a SQLite file on the disk of the working folder; browsers are a second process
// of bare sockets, each of which sends an answer, waits for its acknowledgement and sends the next. "No-op" is the same HTTP
// server whose handler reads the body to its end and answers with the same bytes: it checks nothing and keeps nothing. Rounds of
// both take turns, so that what else the machine does hits them alike; each figure is the median of its rounds, a share is the
// median of the shares of each round. With fewer than three cores the browsers and the threads of the server compete for them,
// and the no-op server, which needs one thread, gets more of the machine. So the processor time of an answer is given too.
//
// "Inserts" are group commits without HTTP, as many records in each as there are connections: of the same bytes into one table
// with one key, and of records as the store keeps them, with indexes, counts and the log. Then a server takes in --records; its
// memory is read ten times on the way, and afterwards SQLite says what is in the file.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { insertBare, insertRecords } from './insert-directly.ts';
import { type Measured, startServer } from './measure-server.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '256' },
    records: { type: 'string', default: '100000' },
  },
});
const [rounds, seconds, connections, records] = [
  values.rounds,
  values.seconds,
  values.connections,
  values.records,
].map(Number) as [number, number, number, number];
const STEPS = 10;

const row = (...cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

/** Runs something with a folder of its own on the disk of the working folder: `/tmp` may be memory. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(process.cwd(), '.bench-records-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const measure = (mode: 'intake' | 'no-op') =>
  inFolder(async (folder) => {
    const server = await startServer(mode, folder);
    // Compiles what will run often, and opens the connections of the store.
    await server.load(connections, 1000, 1e9);
    const measured = await server.load(connections, seconds * 1000, 1e9);
    await server.stop();
    return measured;
  });

async function compare(): Promise<void> {
  const noOp: Measured[] = [];
  const intake: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    noOp.push(await measure('no-op'));
    intake.push(await measure('intake'));
  }
  const rate = ({ acknowledged, seconds: time }: Measured) => acknowledged / time;
  row('', 'answers/s', 'p50', 'p99', 'CPU of the main thread', 'CPU of all threads');
  row('---', ...Array(5).fill('---:'));
  for (const [name, all] of [
    ['no-op', noOp],
    ['intake', intake],
  ] as const) {
    const of = (pick: (one: Measured) => number) => median(all.map(pick));
    const times = [of(({ p50 }) => p50), of(({ p99 }) => p99)].map((time) => `${time.toFixed(0)} ms`);
    const costs = [of(({ mainThread }) => mainThread), of(({ allThreads }) => allThreads)];
    row(name, Math.round(of(rate)), ...times, ...costs.map((cost) => `${cost.toFixed(0)} µs`));
  }
  const share = median(intake.map((one, round) => rate(one) / rate(noOp[round] as Measured)));
  const cpuShare = median(intake.map((one, round) => (noOp[round] as Measured).mainThread / one.mainThread));
  console.log(
    `\nThe intake reaches ${percent(share)} of the no-op server; by processor time of the thread that limits both, ${percent(cpuShare)}.\n`,
  );
}

async function compareInserts(): Promise<void> {
  row('inserts', 'records/s', 'CPU');
  row('---', '---:', '---:');
  for (const [name, insert] of [
    ['the same bytes, one table, one key', insertBare],
    ['records, indexes, counts and log', insertRecords],
  ] as const) {
    const { perSecond, cpu } = await inFolder((folder) => insert(folder, 50_000, connections));
    row(name, Math.round(perSecond), `${cpu.toFixed(0)} µs`);
  }
}

/** Says what each table and index takes. */
function weigh(file: string): void {
  const database = new DatabaseSync(file);
  const parts = database
    .prepare(
      'SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name HAVING bytes > 100000 ORDER BY bytes DESC',
    )
    .all();
  database.close();
  row('on disk', 'bytes a record');
  row('---', '---:');
  for (const { name, bytes } of parts) row(String(name), (Number(bytes) / records).toFixed(0));
  row('whole file', (statSync(file).size / records).toFixed(0));
}

console.log(`${connections} connections, ${rounds} rounds of ${seconds} s; Node ${process.version}\n`);
await compare();
await compareInserts();
await inFolder(async (folder) => {
  const server = await startServer('intake', folder);
  console.log(`\nMemory over ${records} records, in MB:`);
  const memory: string[] = [];
  for (let step = 0; step < STEPS; step++) {
    const { rss } = await server.load(connections, 1e9, records / STEPS);
    memory.push((rss / 1e6).toFixed(0));
  }
  console.log(`${memory.join(' · ')}\n`);
  await server.stop();
  weigh(join(folder, 'avowal.db'));
});
