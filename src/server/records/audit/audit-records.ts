import { hash } from 'node:crypto';
import type { VerifierKey } from '../../log/verifier-key.ts';
import type { RecordStore } from '../../stores/record-store.ts';
import { auditCheckpoint } from './audit-checkpoint.ts';
import { auditLeaves } from './audit-leaves.ts';
import { auditNodes } from './audit-nodes.ts';

/** What an audit of all records found. */
export interface RecordAudit {
  readonly records: number;
  readonly erased: number;
  readonly checkpoints: number;
  readonly artefacts: number;
  /** One sentence each; none = everything agrees. */
  readonly problems: readonly string[];
}

async function auditArtefact(store: RecordStore, name: string): Promise<string | undefined> {
  const artefact = name === '' ? undefined : await store.findArtefact(name);
  if (!artefact) return `What records name as ${name || 'nothing'} is not kept.`;
  return hash('sha256', artefact.content) === name ? undefined : `What records name as ${name} was changed.`;
}

/**
 * Verifies everything that is kept against everything else: each record against its hash in the log, each hash against those
 * above it, each checkpoint against the log and its keys, each artefact against its name, the tables against each other.
 * `lastNotes` are the last checkpoints as the guards remember them.
 */
export async function auditRecords(
  store: RecordStore,
  keys: readonly VerifierKey[],
  lastNotes: readonly string[],
): Promise<RecordAudit> {
  const { records, erased, named, roots, problems } = await auditLeaves(store, await store.logSize());
  const found: (string | undefined)[] = [...problems, ...(await auditNodes(store, roots))];
  const notes = [...(await store.listCheckpoints()).map(({ note }) => note), ...lastNotes];
  for (const note of notes) found.push(await auditCheckpoint(store, note, keys));
  for (const name of named) found.push(await auditArtefact(store, name));
  for (const problem of await store.findContradictions()) {
    found.push(`${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`);
  }
  return {
    records,
    erased,
    checkpoints: notes.length,
    artefacts: named.size,
    problems: found.filter((problem) => problem !== undefined),
  };
}
