import { isSameSubmission, submissionOf } from '../records/make-record.ts';
import type { PostgresStore } from './postgres-store.ts';
import { refusalOf } from './refusal-of.ts';
import type { NumberedParcel, Parcel, Spool } from './spool.ts';

/** What a forwarder tells: that the database went away or came back, what it could not keep or refused, and what is left at the end. */
export type ForwarderReport = (
  event: 'away' | 'back' | 'conflict' | 'refused' | 'left',
  facts: { waiting?: number; problem?: string; sqlState?: string },
) => void;

/** Moves what a spool holds into the database, in order. */
export interface Forwarder {
  /** Says that something was put into the spool. */
  wake(): void;
  /** Resolves when nothing waits any more, at once while the database is away, and after `limitMs` in any case. */
  drained(limitMs: number): Promise<void>;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

const MOST_AT_ONCE = 1000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
/** After which it looks by itself: a command may have put something back. */
const IDLE_PAUSE_MS = 5000;

type Target = Pick<PostgresStore, 'keepRecord' | 'keepArtefacts' | 'publishVersion' | 'configs'>;

/** Parcels of one kind that follow each other: only records may go together. */
function firstRun(parcels: readonly NumberedParcel[]): readonly NumberedParcel[] {
  const end = parcels.findIndex(({ kind }) => kind !== 'record');
  if (end === -1) return parcels;
  return parcels.slice(0, Math.max(end, 1));
}

/** Whether another record has the id of this one: then that one stays, and this one cannot be kept. */
async function isConflict(target: Target, parcel: Parcel & { kind: 'record' }): Promise<boolean> {
  const kept = await target.keepRecord(parcel.record);
  return kept !== undefined && !kept.isNew && !isSameSubmission(kept.record, submissionOf(parcel.record));
}

async function forward(target: Target, parcel: Parcel): Promise<boolean> {
  if (parcel.kind === 'record') return isConflict(target, parcel);
  if (parcel.kind === 'artefacts') await target.keepArtefacts(parcel.artefacts);
  else if (parcel.kind === 'config') await target.configs.publish(parcel.change);
  else await target.publishVersion(parcel.version, new Date(parcel.time));
  return false;
}

/**
 * Starts to forward. A parcel leaves the spool only after the database has committed it; a process that is killed in between
 * forwards it once more, and the database knows it by its id.
 */
export function startForwarder(spool: Spool, target: Target, report: ForwarderReport): Forwarder {
  let isStopped = false;
  let failures = 0;
  let hasNews = false;
  let wakeUp: () => void = () => undefined;
  const waiters = new Set<() => void>();

  const release = () => {
    for (const resolve of waiters) resolve();
    waiters.clear();
  };
  const pause = (limitMs: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** The message may quote the record: that goes into the file, and the log has the number alone. */
  async function setAside({ seq }: NumberedParcel, error: Error): Promise<void> {
    await spool.setAside(seq, error.message, new Date());
    report('refused', { sqlState: refusalOf(error) ?? '' });
  }

  /** Forwards one run of parcels; `false` where nothing waits. */
  async function step(): Promise<boolean> {
    hasNews = false;
    const run = firstRun(await spool.next(MOST_AT_ONCE));
    const last = run.at(-1);
    if (!last) return false;
    const results = await Promise.allSettled(run.map((parcel) => forward(target, parcel)));
    const failed = results.find((result) => result.status === 'rejected' && !refusalOf(result.reason));
    if (failed?.status === 'rejected') throw failed.reason;
    for (const [at, result] of results.entries()) {
      if (result.status === 'rejected') await setAside(run[at] as NumberedParcel, result.reason);
    }
    await spool.forget(last.seq);
    const conflicts = results.filter((result) => result.status === 'fulfilled' && result.value).length;
    if (conflicts > 0) report('conflict', { waiting: conflicts });
    if (failures > 0) report('back', { waiting: await spool.size() });
    failures = 0;
    return true;
  }

  async function forwardAll(): Promise<void> {
    while (!isStopped) {
      try {
        if ((await step()) || hasNews) continue;
        release();
        if (!isStopped) await pause(IDLE_PAUSE_MS);
      } catch (error) {
        if (failures === 0) report('away', { problem: (error as Error).message });
        failures += 1;
        release();
        if (!isStopped) await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
      }
    }
  }

  const running = forwardAll();
  return {
    // Not while the database is away: each new record would try again.
    wake: () => {
      hasNews = true;
      if (failures === 0) wakeUp();
    },
    drained: async (limitMs) => {
      if (failures > 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, limitMs);
        waiters.add(() => {
          clearTimeout(timer);
          resolve();
        });
        wakeUp();
      });
    },
    stop: async () => {
      isStopped = true;
      wakeUp();
      await running;
      const waiting = await spool.size().catch(() => 0);
      if (waiting > 0) report('left', { waiting });
    },
  };
}
