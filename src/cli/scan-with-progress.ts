import { mkdirSync } from 'node:fs';
import type { ConfigPurpose } from '../model/config.ts';
import { AvowalError } from '../model/errors.ts';
import type { Inventory } from '../model/inventory.ts';
import { scanSite } from '../scan/scan-site.ts';
import { resumeCommand } from './resume-command.ts';
import { type ScanFlags, scanSettings } from './scan-flags.ts';
import { showScanProgress } from './scan-progress.ts';

/** The first Ctrl-C stops gently, the second at once. */
function onInterrupt(first: () => void): () => void {
  let isSecond = false;
  const listener = () => {
    if (isSecond) process.exit(3);
    isSecond = true;
    first();
  };
  process.on('SIGINT', listener);
  return () => process.off('SIGINT', listener);
}

/** What is wrong with the folder must not come out after minutes of scanning. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new AvowalError('WRITE_FAILED', { file: folder, problem: (error as Error).message }, error);
  }
}

/** Scans with progress on standard error; a first Ctrl-C keeps what was found. Throws `WRITE_FAILED`, and what `scanSite` throws. */
export async function scanWithProgress(
  urls: readonly string[],
  flags: ScanFlags,
  showsProgress: boolean,
  purposes: readonly ConfigPurpose[] = [],
): Promise<Inventory> {
  const outDir = flags.resume ?? flags.out;
  if (!flags.resume) makeFolder(outDir);
  const interrupt = new AbortController();
  const progress = showScanProgress(showsProgress);
  const ignoreInterrupt = onInterrupt(() => {
    progress.say('Stopping: what was found is kept. Press Ctrl-C again to quit at once.');
    interrupt.abort();
  });
  return scanSite({
    urls,
    outDir,
    ...scanSettings(flags),
    purposes,
    ...(flags.resume && { resume: true }),
    signal: interrupt.signal,
    onProgress: progress.show,
  }).finally(() => {
    progress.stop();
    ignoreInterrupt();
  });
}

/** Throws `SCAN_INTERRUPTED`, with the command that goes on, where a scan was stopped before its end. */
export function requireComplete(inventory: Inventory, flags: ScanFlags, command: 'scan' | 'audit'): void {
  if (inventory.complete) return;
  const folder = flags.resume ?? flags.out;
  const facts = { pages: inventory.pages.length, folder, command: resumeCommand(folder, flags, command) };
  throw new AvowalError('SCAN_INTERRUPTED', facts);
}
