import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AvowalError } from '../model/errors.ts';
import type { Scenario, ScenarioResult } from '../model/inventory.ts';
import type { PageRecord } from './observation.ts';

/** First line of the journal: what a resumed scan must have in common with the interrupted one. */
export interface JournalHead {
  readonly schema: 'avowal/journal@1';
  readonly urls: readonly string[];
  readonly maxPages: number;
  readonly scenarios: readonly Scenario[];
  readonly startedAt: string;
  /** Key of the value hashes, hex: of this scan alone, gone when the journal is. */
  readonly hashKey: string;
}

/** A scan as far as it has come. */
export interface Journal {
  readonly head: JournalHead;
  readonly records: PageRecord[];
  readonly results: ScenarioResult[];
}

type Line = { readonly record: PageRecord } | { readonly result: ScenarioResult };

const fileIn = (folder: string) => join(folder, 'scan.journal.jsonl');

/** Starts the journal of a scan anew. */
export function startJournal(folder: string, head: JournalHead): Journal {
  writeFileSync(fileIn(folder), `${JSON.stringify(head)}\n`);
  return { head, records: [], results: [] };
}

/** Adds a line, in memory and on disk: what stands there survives whatever comes next. */
export function appendToJournal(folder: string, journal: Journal, line: Line): void {
  if ('record' in line) journal.records.push(line.record);
  else journal.results.push(line.result);
  appendFileSync(fileIn(folder), `${JSON.stringify(line)}\n`);
}

/** Reads the journal of an interrupted scan; a last line that was cut off is left out. Throws `INVENTORY_INVALID`. */
export function readJournal(folder: string): Journal {
  const file = fileIn(folder);
  if (!existsSync(file)) {
    throw new AvowalError('INVENTORY_INVALID', {
      file,
      problem: 'there is no interrupted scan to go on with',
    });
  }
  const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const journal: Journal = { head: parseHead(first, file), records: [], results: [] };
  for (const text of lines) {
    let line: Line;
    try {
      line = JSON.parse(text) as Line;
    } catch {
      break;
    }
    if ('record' in line) journal.records.push(line.record);
    else journal.results.push(line.result);
  }
  const whole = [
    journal.head,
    ...journal.records.map((record) => ({ record })),
    ...journal.results.map((result) => ({ result })),
  ];
  writeFileSync(file, whole.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return journal;
}

function parseHead(text: string, file: string): JournalHead {
  try {
    const head = JSON.parse(text) as JournalHead;
    if (head.schema === 'avowal/journal@1') return head;
  } catch {
    // Said below.
  }
  throw new AvowalError('INVENTORY_INVALID', { file, problem: 'it does not begin like a journal' });
}

/** Removes the journal: the inventory is complete. */
export function removeJournal(folder: string): void {
  rmSync(fileIn(folder), { force: true });
}
