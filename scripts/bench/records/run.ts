// npm run bench:records: how many answers a server takes in, and what one costs.
//
//   npm run bench:records -- --rounds 9 --seconds 5    longer, for a machine that does something else as well
//   npm run bench:records -- --records 1000000         memory and disk over a million records
//   npm run bench:records -- --connections 64
//
// Method. The server is a process of its own with a SQLite file on the disk of the working folder; browsers are a second process
// of bare sockets, each of which sends an answer, waits for its acknowledgement and sends the next. "No-op" is the same HTTP
// server with a route that reads the body to its end and answers with the same bytes, as other routes of it do: it checks nothing
// and keeps nothing. "Bare" is Node's HTTP server alone, which reads and answers by the functions that the intake uses, without
// the app around routes: nothing that answers can cost less. Rounds of all take turns, so that what else the machine does hits
// them alike; each figure is the median of its rounds, a share is the median of the shares of each round. Before each measurement
// the server answers for as long as it takes, since code is compiled after it ran thousands of times. With fewer than three cores
// the browsers and the threads of the server compete for them, and servers that need one thread get more of the machine. So the
// processor time of an answer is given too.
//
// With PostgreSQL installed there is a cluster for the time of the measurement, without a standby, on the same cores: one server
// acknowledges after its spool has the record and forwards it meanwhile, another one after the commit.
//
// "Inserts" are group commits without HTTP, as many records in each as there are connections: of the same bytes into one table
// with one key, and of records as the store keeps them, with indexes, counts and the log. Then a server takes in --records; its
// memory is read ten times on the way, and afterwards SQLite says what is in the file.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { postgresMissing, startPostgres } from '../../../src/server/testing/postgres-cluster.ts';
import { printHelp } from '../print-help.ts';
import { insertBare, insertRecords } from './insert-directly.ts';
import { type Measured, startServer } from './measure-server.ts';
import type { Mode } from './serve.ts';

printHelp(import.meta.url);

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

const postgres = postgresMissing ? undefined : await startPostgres();
let schemas = 0;

/** A database without any records. */
function newDatabase(): string | undefined {
  schemas += 1;
  postgres?.run(`CREATE SCHEMA bench_${schemas}`);
  return postgres && `${postgres.url}?options=-c%20search_path%3Dbench_${schemas}`;
}

const measure = (mode: Mode) =>
  inFolder(async (folder) => {
    const isShared = mode === 'local' || mode === 'replicated';
    const server = await startServer(mode, folder, isShared ? newDatabase() : undefined);
    // Compiles what will run often, and opens the connections of the store.
    await server.load(connections, seconds * 1000, 1e9);
    const measured = await server.load(connections, seconds * 1000, 1e9);
    await server.stop();
    return measured;
  });

const NAMES: Readonly<Record<Mode, string>> = {
  bare: 'bare',
  'no-op': 'no-op',
  intake: 'SQLite',
  local: 'spool, then PostgreSQL',
  replicated: 'PostgreSQL (`--ack replicated`)',
};

async function compare(): Promise<void> {
  const modes: readonly Mode[] = [
    'bare',
    'no-op',
    'intake',
    ...(postgres ? (['local', 'replicated'] as const) : []),
  ];
  const rounded: Readonly<Record<Mode, Measured[]>> = {
    bare: [],
    'no-op': [],
    intake: [],
    local: [],
    replicated: [],
  };
  for (let round = 0; round < rounds; round++) {
    for (const mode of modes) rounded[mode].push(await measure(mode));
  }
  const rate = ({ acknowledged, seconds: time }: Measured) => acknowledged / time;
  const share = (mode: Mode, of: 'bare' | 'no-op', pick: (one: Measured, other: Measured) => number) =>
    percent(median(rounded[mode].map((one, round) => pick(one, rounded[of][round] as Measured))));
  row(
    '',
    'answers/s',
    'of no-op',
    'of bare',
    'p50',
    'p99',
    'CPU of the main thread',
    'no-op of that',
    'CPU of all threads',
  );
  row('---', ...Array(8).fill('---:'));
  for (const mode of modes) {
    const of = (pick: (one: Measured) => number) => median(rounded[mode].map(pick));
    row(
      NAMES[mode],
      Math.round(of(rate)),
      share(mode, 'no-op', (one, other) => rate(one) / rate(other)),
      share(mode, 'bare', (one, other) => rate(one) / rate(other)),
      `${of(({ p50 }) => p50).toFixed(0)} ms`,
      `${of(({ p99 }) => p99).toFixed(0)} ms`,
      `${of(({ mainThread }) => mainThread).toFixed(0)} µs`,
      share(mode, 'no-op', (one, other) => other.mainThread / one.mainThread),
      `${of(({ allThreads }) => allThreads).toFixed(0)} µs`,
    );
  }
  const browser = median(modes.flatMap((mode) => rounded[mode].map((one) => one.browser)));
  console.log(`\nOf the same cores the browsers took ${browser.toFixed(0)} µs for each answer.`);
  if (!postgres) console.log(`Without PostgreSQL: ${postgresMissing}.`);
  console.log();
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
try {
  await compare();
} finally {
  await postgres?.remove();
}
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
