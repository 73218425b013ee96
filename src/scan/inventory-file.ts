import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AvowalError } from '../model/errors.ts';
import type { Inventory } from '../model/inventory.ts';
import { findInventoryProblem } from './find-inventory-problem.ts';

/** Writes a whole file or nothing: a reader never sees half of it. Throws `WRITE_FAILED`. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    throw new AvowalError('WRITE_FAILED', { file, problem: (error as Error).message }, error);
  }
}

/** Reads and checks `inventory.json`; throws `INVENTORY_INVALID` with the place that is wrong. */
export function readInventory(file: string): Inventory {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new AvowalError('INVENTORY_INVALID', { file, problem: (error as Error).message }, error);
  }
  const problem = findInventoryProblem(content);
  if (problem) throw new AvowalError('INVENTORY_INVALID', { file, problem });
  return content as Inventory;
}
