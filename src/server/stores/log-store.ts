import type { ConsentRecord } from '../../model/consent-record.ts';
import type { Tile, TileAddress } from '../log/tile.ts';

/** A record with its place in the log. */
export interface KeptEntry {
  readonly record: ConsentRecord;
  readonly leafIndex: number;
  /** 32 hex digits that make the hash of the record impossible to guess. */
  readonly nonce: string;
}

/** A record that is durable and not in the log yet: it waits for the database. */
export interface PendingEntry {
  readonly record: ConsentRecord;
  readonly isPending: true;
}

/** What is left of a record after its erasure. */
export interface ErasedEntry {
  readonly leafIndex: number;
  /** ISO 8601. */
  readonly erasedAt: string;
}

/** One place of the log exactly as it is stored, for an audit: content and nonce are `null` where they were erased. */
export interface StoredEntry {
  readonly leafIndex: number;
  readonly id: string;
  readonly content: string | null;
  readonly nonce: string | null;
}

/** A signed head of the log. */
export interface KeptCheckpoint {
  readonly size: number;
  /** ISO 8601. */
  readonly signedAt: string;
  /** The signed note. */
  readonly note: string;
}

/** Keeps the Merkle log of the records. Every record stands in it from the commit on that made the record durable. */
export interface LogStore {
  /** Number of leaves. */
  logSize(): Promise<number>;
  readTiles(addresses: readonly TileAddress[]): Promise<readonly Tile[]>;
  /** The record with this id in one of the sites, or what is left of it. */
  findEntry(
    sites: readonly string[],
    id: string,
  ): Promise<KeptEntry | PendingEntry | ErasedEntry | undefined>;
  /** The places from one on, in order, at most `limit`; what is missing is left out. */
  listEntries(fromLeaf: number, limit: number): Promise<readonly StoredEntry[]>;
  /** Keeps the last checkpoint of each hour. */
  keepCheckpoint(checkpoint: KeptCheckpoint): Promise<void>;
  /** Oldest first. */
  listCheckpoints(): Promise<readonly KeptCheckpoint[]>;
  lastCheckpoint(): Promise<KeptCheckpoint | undefined>;
  /** Contradictions within the store itself, each in one sentence. */
  findContradictions(): Promise<readonly string[]>;
}
