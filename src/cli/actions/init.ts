import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { defaultConfig } from '../../knowledge/config/default-config.ts';
import { findOpenPoints } from '../../knowledge/config/find-open-points.ts';
import { mergeInventory } from '../../knowledge/config/merge-inventory.ts';
import { loadConfig, parseConfig } from '../../knowledge/config/parse-config.ts';
import { AvowalError } from '../../model/errors.ts';
import { readInventory, writeWhole } from '../../scan/inventory-file.ts';
import { changesText, openPointsText } from '../init-summary.ts';
import { type CommonOptions, openTerminal } from '../terminal.ts';

/** What it is told. */
export interface InitFlags extends CommonOptions {
  readonly config: string;
  readonly dryRun?: boolean;
}

/** A folder stands for the inventory in it. */
function findInventory(given: string): string {
  const isFolder = existsSync(given) && statSync(given).isDirectory();
  const file = isFolder ? join(given, 'inventory.json') : given;
  if (!existsSync(file)) throw new AvowalError('INVENTORY_MISSING', { file });
  return file;
}

const exactText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Makes a configuration of the scan in a file or folder, or brings one up to date. Throws `INVENTORY_MISSING`, and what `loadConfig` throws. */
export function init(given: string, flags: InitFlags): void {
  const terminal = openTerminal(flags);
  const { style, print } = terminal;
  const inventory = readInventory(findInventory(given));
  const isNew = !existsSync(flags.config);
  const before = isNew ? defaultConfig(new URL(inventory.site).hostname) : loadConfig(flags.config);
  const { config, changes } = mergeInventory(before, inventory);
  const text = exactText(config);
  // What init writes, every other command must be able to read.
  parseConfig(text, flags.config);

  const hasChanged = isNew || text !== exactText(before);
  if (hasChanged && !flags.dryRun) writeWhole(flags.config, text);
  const openPoints = findOpenPoints(config);
  terminal.printJson({
    file: flags.config,
    isNew,
    hasChanged,
    dryRun: flags.dryRun === true,
    changes,
    openPoints,
  });

  const listed = changesText(changes, style);
  if (listed) print(`${listed}\n`);
  print(`${openPointsText(openPoints, style)}\n`);
  if (flags.dryRun)
    print(
      hasChanged ? `${flags.config} would be written; nothing was.` : `${flags.config} would stay as it is.`,
    );
  else if (hasChanged) print(`Written: ${flags.config}. Next: review it, then run "avowal serve".`);
  else print(`${flags.config} is up to date.`);
}
