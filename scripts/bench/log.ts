// npm run bench:log [LEAVES]: what the record log costs with ten million records in it.
//
// Method. A SQLite file as the server opens it (WAL, synchronous=FULL) gets LEAVES leaves, 200 in a transaction: about what
// 256 browsers at once make of it. Each leaf is a record of its own, canonical JSON with a nonce, as the intake hashes it; the
// table of records itself is left out. "append" is CPU time of this process, user and system, for hash, tiles and commits;
// "with canonical JSON" adds making the text of the record, which is the text that is stored too. Then, with all leaves in,
// each proof is made at random places from nothing but stored tiles, and verified: 30 groups of 20 after one that only warms
// up, since some systems count CPU time in steps of 4 ms; the figures are of the mean of a group. Signing is the root of all
// leaves and the comparison with the last checkpoint. CPU time is counted and not the time on the wall, so that other work
// on the machine matters little.
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../../src/server/canonical-json.ts';
import { hashRecord } from '../../src/server/log/hash-record.ts';
import { openRecordLog } from '../../src/server/log/open-record-log.ts';
import { planConsistency, planInclusion, planRoot } from '../../src/server/log/proof-plan.ts';
import { readHashes } from '../../src/server/log/read-hashes.ts';
import { isConsistent } from '../../src/server/log/verify-consistency.ts';
import { rootOfInclusion } from '../../src/server/log/verify-inclusion.ts';
import { openDatabase } from '../../src/server/stores/open-database.ts';
import { logAppender } from '../../src/server/stores/sqlite-log.ts';
import { openSqliteStore } from '../../src/server/stores/sqlite-store.ts';
import { fixtureRecord } from '../../src/server/testing/fixture-submission.ts';
import { printHelp } from './print-help.ts';

printHelp(import.meta.url);

const LEAVES = Number(process.argv[2] ?? 10_000_000);
const BATCH = 200;
const GROUPS = 30;
const GROUP = 20;

const folder = mkdtempSync(join(tmpdir(), 'avowal-bench-log-'));
const file = join(folder, 'avowal.db');

const micros = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return user + system;
};
const row = (...cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);

/** Appends all leaves; keeps the hash of one in a thousand, to prove later. */
function fill(): { appending: number; writing: number; kept: ReadonlyMap<number, Uint8Array> } {
  const database = openDatabase(file);
  const log = logAppender(database);
  const record = fixtureRecord();
  const kept = new Map<number, Uint8Array>();
  let [appending, writing] = [0, 0];
  for (let first = 0; first < LEAVES; first += BATCH) {
    const count = Math.min(BATCH, LEAVES - first);
    const nonces = Array.from({ length: count }, () => randomBytes(16).toString('hex'));
    const begun = process.cpuUsage();
    const texts = nonces.map((nonce) => canonicalJson({ ...record, id: nonce }));
    writing += micros(begun);
    const start = process.cpuUsage();
    database.exec('BEGIN IMMEDIATE');
    for (let n = 0; n < count; n++) {
      const index = log.nextIndex();
      const leaf = hashRecord(texts[n] ?? '', nonces[n] ?? '');
      log.append(leaf);
      if (index % 1000 === 0) kept.set(index, leaf);
    }
    log.flush();
    database.exec('COMMIT');
    appending += micros(start);
    if (first % 1_000_000 < BATCH) console.error(`${first} …`);
  }
  database.close();
  return { appending, writing, kept };
}

/** Makes and checks proofs; returns the CPU time of one in microseconds, group by group, in order. */
async function times(work: () => Promise<boolean>): Promise<readonly number[]> {
  const found: number[] = [];
  for (let group = -1; group < GROUPS; group++) {
    const start = process.cpuUsage();
    for (let n = 0; n < GROUP; n++) if (!(await work())) throw new Error('a proof does not hold');
    if (group >= 0) found.push(micros(start) / GROUP);
  }
  return found.sort((a, b) => a - b);
}
const shown = (found: readonly number[]) =>
  [found[Math.floor(found.length / 2)] ?? 0, found.at(-1) ?? 0].map(
    (time) => `${(time / 1000).toFixed(2)} ms`,
  );

try {
  const { appending, writing, kept } = fill();
  const store = openSqliteStore(file);
  const log = openRecordLog(folder, store);
  const { size, root } = await log.sign();
  const leaves = [...kept];
  const inclusion = await times(async () => {
    const [index, leaf] = leaves[randomInt(leaves.length)] ?? [0, new Uint8Array()];
    const proof = await readHashes(planInclusion(index, size), store.readTiles);
    return Buffer.compare(rootOfInclusion(index, size, leaf, proof) ?? Buffer.of(), root) === 0;
  });
  const olds = new Map<number, Uint8Array>();
  for (let n = 0; n < GROUP; n++) {
    const from = randomInt(1, size);
    const [old] = await readHashes(planRoot(from), store.readTiles);
    olds.set(from, old ?? new Uint8Array());
  }
  const heads = [...olds];
  const consistency = await times(async () => {
    const [from, old] = heads[randomInt(heads.length)] ?? [0, new Uint8Array()];
    const proof = await readHashes(planConsistency(from, size), store.readTiles);
    return isConsistent({ size: from, root: old }, { size, root }, proof);
  });
  const signing = await times(async () => (await log.sign()).size === size);
  await store.close();
  log.close();

  console.log(`${LEAVES} leaves, ${BATCH} in a transaction; Node ${process.version}\n`);
  row('CPU', 'each', 'target');
  row('---', '---:', '---:');
  row('append', `${(appending / LEAVES).toFixed(1)} µs`, '10 µs');
  row('append with canonical JSON', `${((appending + writing) / LEAVES).toFixed(1)} µs`, '');
  console.log('');
  row('CPU', 'median', 'slowest group', 'target');
  row('---', '---:', '---:', '---:');
  row('inclusion proof, made and verified', ...shown(inclusion), '5 ms');
  row('consistency proof, made and verified', ...shown(consistency), '5 ms');
  row('signing', ...shown(signing), '');
  console.log(`\n${(statSync(file).size / LEAVES).toFixed(1)} bytes of tiles a leaf on disk.`);
} finally {
  rmSync(folder, { recursive: true });
}
