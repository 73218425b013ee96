import { randomBytes } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hashRecord } from '../log/hash-record.ts';
import { countsOf, tallyOf } from './daily-counts.ts';
import { appendToLog, lockLog } from './postgres-log.ts';
import type { KeptRecord } from './record-store.ts';

const nameOf = ({ site, id }: { readonly site: unknown; readonly id: unknown }) => `${site} ${id}`;

/** What is kept already under the ids of some records: `undefined` where that was erased. */
async function findKept(
  client: PoolClient,
  records: readonly ConsentRecord[],
): Promise<Map<string, KeptRecord | undefined>> {
  const { rows } = await client.query(
    `SELECT site, id, content FROM unnest($1::text[], $2::uuid[]) AS wanted (site, id) JOIN places USING (site, id)
     LEFT JOIN records USING (site, received_at, id)`,
    [records.map(({ site }) => site), records.map(({ id }) => id)],
  );
  return new Map(
    rows.map(({ site, id, content }) => [
      nameOf({ site, id }),
      content === null ? undefined : { record: JSON.parse(content) as ConsentRecord, isNew: false },
    ]),
  );
}

async function insert(client: PoolClient, records: readonly ConsentRecord[], start: number): Promise<void> {
  const rows = records.map((record) => ({ record, content: canonicalJson(record), nonce: randomBytes(16) }));
  const { rowCount } = await client.query(
    `INSERT INTO places (site, id, received_at, leaf_index)
     SELECT site, id, received_at, $4 + nth - 1
     FROM unnest($1::text[], $2::uuid[], $3::timestamptz[]) WITH ORDINALITY AS new (site, id, received_at, nth)
     ON CONFLICT DO NOTHING`,
    [
      records.map(({ site }) => site),
      records.map(({ id }) => id),
      records.map(({ receivedAt }) => receivedAt),
      start,
    ],
  );
  // Whoever puts a record in locks the log first. Somebody did not: then nothing of this may stay.
  if (rowCount !== records.length) throw new Error('another program wrote into the log without its lock');
  await client.query(
    `INSERT INTO records (site, received_at, id, consent_id, valid_until, content, nonce)
     SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::bytea[])`,
    [
      records.map(({ site }) => site),
      records.map(({ receivedAt }) => receivedAt),
      records.map(({ id }) => id),
      records.map(({ consentId }) => consentId),
      records.map(({ validUntil }) => validUntil),
      rows.map(({ content }) => content),
      rows.map(({ nonce }) => nonce),
    ],
  );
  const counts = countsOf(records.map(tallyOf));
  await client.query(
    `INSERT INTO daily_counts (site, day, kind, name, count)
     SELECT * FROM unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::bigint[])
     ON CONFLICT (site, day, kind, name) DO UPDATE SET count = daily_counts.count + excluded.count`,
    [
      counts.map(({ site }) => site),
      counts.map(({ day }) => day),
      counts.map(({ kind }) => kind),
      counts.map(({ name }) => name),
      counts.map(({ count }) => count),
    ],
  );
  await appendToLog(
    client,
    start,
    rows.map(({ content, nonce }) => hashRecord(content, nonce.toString('hex'))),
  );
}

/**
 * Appends records to tables and log in the transaction of a client, in their order; returns for each what is kept under its
 * id now, or `undefined` where that was erased.
 */
export async function keepRecords(
  client: PoolClient,
  records: readonly ConsentRecord[],
): Promise<readonly (KeptRecord | undefined)[]> {
  const start = await lockLog(client);
  const kept = await findKept(client, records);
  const added: ConsentRecord[] = [];
  const results = records.map((record): KeptRecord | undefined => {
    const name = nameOf(record);
    if (kept.has(name)) return kept.get(name);
    added.push(record);
    kept.set(name, { record, isNew: false });
    return { record, isNew: true };
  });
  if (added.length > 0) await insert(client, added, start);
  // Also when nothing is new: a transaction that writes nothing does not wait for the standby, and what it found may be
  // there although the standby has not got it: where an operator cancelled the wait of whoever wrote it.
  else await client.query('UPDATE log_head SET size = size');
  return results;
}
