import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const read = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const format = (path: string, text: string) =>
  /\.(ts|json)$/.test(path)
    ? execFileSync('biome', ['format', `--stdin-file-path=${path}`], { input: text, encoding: 'utf8' })
    : text;

/** Writes generated files, formatted; with `--check` on the command line only compares, and ends with 1 when one is stale. */
export function writeGenerated(files: Readonly<Record<string, string>>, command: string): void {
  const stale = Object.entries(files)
    .map(([path, text]) => [path, format(path, text)] as const)
    .filter(([path, text]) => read(path) !== text);
  if (process.argv.includes('--check')) {
    if (stale.length === 0) return;
    console.error(`Stale: ${stale.map(([path]) => path).join(', ')}. Run ${command}.`);
    process.exit(1);
  }
  for (const [path, text] of stale) writeFileSync(path, text);
}
