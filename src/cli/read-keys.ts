import { readFileSync } from 'node:fs';
import { AvowalError } from '../model/errors.ts';
import { parseVerifierKey, type VerifierKey } from '../server/log/verifier-key.ts';

const TIMEOUT_MS = 15_000;
const MAX_LENGTH = 100_000;

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.text();
}

/** Reads the public keys of a log from a file or an address, one on each line. Throws KEY_UNREADABLE. */
export async function readKeys(source: string): Promise<readonly VerifierKey[]> {
  try {
    const text = /^https?:\/\//.test(source) ? await fetchText(source) : readFileSync(source, 'utf8');
    const lines = text
      .slice(0, MAX_LENGTH)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
    const keys = lines.map((line) => parseVerifierKey(line.trim())).filter((key) => key !== undefined);
    if (keys.length === 0) throw new Error('no line of it is a key');
    return keys;
  } catch (error) {
    const { message, cause } = error as Error;
    const problem = cause instanceof Error ? `${message} (${cause.message})` : message;
    throw new AvowalError('KEY_UNREADABLE', { source, problem }, error);
  }
}
