import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where `--help` is asked for: prints the comment at the head of a benchmark's file (`import.meta.url`), and ends. */
export function printHelp(url: string): void {
  if (!process.argv.includes('--help')) return;
  const lines = readFileSync(fileURLToPath(url), 'utf8').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  console.log(
    lines
      .slice(0, end)
      .map((line) => line.replace(/^\/\/ ?/, ''))
      .join('\n'),
  );
  process.exit();
}
