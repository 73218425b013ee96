import { readFileSync } from 'node:fs';
import { editJson } from '../knowledge/config/edit-json.ts';
import { parseConfig } from '../knowledge/config/parse-config.ts';
import type { AuditInput } from '../scan/audit.ts';
import { writeWhole } from '../scan/inventory-file.ts';
import { mendConfig } from '../scan/mend-config.ts';
import { plainText } from './plain-text.ts';
import type { Terminal } from './terminal.ts';
import { unifiedDiff } from './unified-diff.ts';

const COLOURS = { '+': 'green', '-': 'red', '@': 'cyan' } as const;

/** Names in it come from the site: nothing of them may steer the terminal. Tabs indent, and stay. */
const harmless = (line: string) => line.replace(/[^\t]+/g, plainText);

const paint = (diff: string, style: Terminal['style']) =>
  diff
    .split('\n')
    .map((line) => {
      const colour = COLOURS[line[0] as keyof typeof COLOURS];
      return colour ? style(colour, harmless(line)) : harmless(line);
    })
    .join('\n');

/**
 * Shows what would mend the findings that the configuration in `file` can mend, as a unified diff, and writes it where
 * `writes` says so. Throws what `parseConfig` throws where the result would be refused, and `WRITE_FAILED`.
 */
export function fixConfig(
  file: string,
  input: Omit<AuditInput, 'config'>,
  { print, style }: Terminal,
  writes: boolean,
): void {
  const text = readFileSync(file, 'utf8');
  const mended = editJson(text, mendConfig({ ...input, config: parseConfig(text, file) }));
  // What is written here, every other command must be able to read.
  parseConfig(mended, file);
  const diff = unifiedDiff(text, mended, file);
  if (!diff) {
    print(`\n${file}: there is nothing that the configuration could mend.`);
    return;
  }
  print(`\n${paint(diff, style)}`);
  if (writes) writeWhole(file, mended);
  print(
    writes
      ? `\nWritten: ${file}. Review it, and judge the scan again.`
      : `\nNothing was written. With --write it goes into ${file}.`,
  );
}
