import type { ConsentRecord } from '../../../model/consent-record.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { splitTile } from '../../log/append-hashes.ts';
import { hashRecord } from '../../log/hash-record.ts';
import { completeRoot, HASH_BYTES } from '../../log/merkle-hash.ts';
import { TILE_WIDTH, tileWidth } from '../../log/tile.ts';
import type { LogStore, StoredEntry } from '../../stores/log-store.ts';

/** What stands at the places of the log. */
export interface LeafAudit {
  records: number;
  erased: number;
  /** Hashes that records name artefacts by. */
  readonly named: Set<string>;
  /** Roots of the full tiles, as their own hashes make them; `undefined` where those are missing. */
  readonly roots: (Uint8Array | undefined)[];
  readonly problems: string[];
}

/** The record of an entry, where its hash is the one in the log. */
function readRecord(
  { content, nonce }: StoredEntry,
  leaf: Uint8Array | undefined,
): ConsentRecord | undefined {
  try {
    const record = JSON.parse(content ?? '') as ConsentRecord;
    const hash = hashRecord(canonicalJson(record), nonce ?? '');
    return leaf && hash.equals(leaf) ? record : undefined;
  } catch {
    return undefined;
  }
}

function auditEntry(
  place: number,
  entry: StoredEntry | undefined,
  leaf: Uint8Array | undefined,
  audit: LeafAudit,
) {
  if (!entry) {
    audit.problems.push(`Place ${place} of the log has neither a record nor an erasure.`);
    return;
  }
  if (entry.content === null) {
    audit.erased += 1;
    return;
  }
  audit.records += 1;
  const record = readRecord(entry, leaf);
  if (!record)
    audit.problems.push(`Record ${entry.id} is not what was entered at place ${place} of the log.`);
  else for (const name of [record.configHash, record.noticeHash, record.bundleHash]) audit.named.add(name);
}

/** Verifies each record against its hash in the log, and that every place is a record or an erasure. */
export async function auditLeaves(store: LogStore, size: number): Promise<LeafAudit> {
  const audit: LeafAudit = { records: 0, erased: 0, named: new Set(), roots: [], problems: [] };
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const first = index * TILE_WIDTH;
    const width = tileWidth({ level: 0, index }, size);
    const [tile] = await store.readTiles([{ level: 0, index }]);
    if (!tile || tile.hashes.length < width * HASH_BYTES) {
      audit.problems.push(`The log lacks hashes of its tile 0/${index}.`);
      audit.roots.push(undefined);
      continue;
    }
    const leaves = splitTile(tile.hashes);
    if (width === TILE_WIDTH) audit.roots.push(completeRoot(leaves));
    const entries = await store.listEntries(first, width);
    const found = new Map(entries.map((entry) => [entry.leafIndex, entry]));
    if (found.size < entries.length)
      audit.problems.push(`Two entries share a place in tile 0/${index} of the log.`);
    for (let at = 0; at < width; at++) auditEntry(first + at, found.get(first + at), leaves[at], audit);
  }
  return audit;
}
