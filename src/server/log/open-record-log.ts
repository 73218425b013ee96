import type { LogStore } from '../stores/log-store.ts';
import { type CheckpointGuard, openCheckpointGuard } from './checkpoint-guard.ts';
import { loadLogKeys } from './log-keys.ts';
import { createRecordLog, type RecordLog } from './record-log.ts';

/** A record log with what it keeps open. */
export interface OpenRecordLog extends RecordLog {
  close(): void;
}

/**
 * Opens the log of a store with keys and last checkpoint in the data folder; `shared` is the guard of a store that several
 * servers use. Throws LOG_KEYS_INVALID, STORE_FAILED, WRITE_FAILED.
 */
export function openRecordLog(dataDir: string, store: LogStore, shared?: CheckpointGuard): OpenRecordLog {
  loadLogKeys(dataDir);
  const guard = openCheckpointGuard(dataDir);
  const guards = shared ? [shared, guard] : [guard];
  return { ...createRecordLog({ store, guards, keys: () => loadLogKeys(dataDir) }), close: guard.close };
}
