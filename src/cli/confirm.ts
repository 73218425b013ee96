import { createInterface } from 'node:readline/promises';
import { AvowalError } from '../model/errors.ts';

/** Asks a person before something that cannot be undone. Throws USAGE where there is none: only --yes will do. */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new AvowalError('USAGE', { problem: `${question} To answer yes without a terminal, add --yes.` });
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} Write "yes" to go on: `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
