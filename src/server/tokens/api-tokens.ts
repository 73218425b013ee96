import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AvowalError } from '../../model/errors.ts';
import { writeDurably } from '../write-durably.ts';

/** What a token may read. */
export const TOKEN_SCOPES = ['records', 'statistics', 'metrics'] as const;
/** One of {@link TOKEN_SCOPES}. */
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What is kept of a token: never the token itself. */
export interface ApiToken {
  readonly id: string;
  /** Who holds it, in the words of whoever made it. */
  readonly name: string;
  /** The only site that it opens; `null` = all of this server. */
  readonly site: string | null;
  readonly scopes: readonly TokenScope[];
  /** ISO 8601. */
  readonly createdAt: string;
  /** SHA-256 (hex) of the token: 256 random bits need nothing slower. */
  readonly hash: string;
}

const fileIn = (dataDir: string) => join(dataDir, 'api-tokens.json');
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** The tokens of a data folder, oldest first. Throws TOKENS_INVALID, so that a broken file opens nothing. */
export function readTokens(dataDir: string): readonly ApiToken[] {
  const file = fileIn(dataDir);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new AvowalError('TOKENS_INVALID', { file, problem: (error as Error).message }, error);
  }
  try {
    const tokens = JSON.parse(text) as readonly ApiToken[];
    const isToken = ({ id, hash, site, scopes }: ApiToken) =>
      typeof id === 'string' &&
      /^[0-9a-f]{64}$/.test(hash) &&
      (site === null || typeof site === 'string') &&
      Array.isArray(scopes);
    if (!Array.isArray(tokens) || !tokens.every(isToken)) throw new Error('it is no list of tokens');
    return tokens;
  } catch (error) {
    throw new AvowalError('TOKENS_INVALID', { file, problem: (error as Error).message }, error);
  }
}

const writeTokens = (dataDir: string, tokens: readonly ApiToken[]): void =>
  writeDurably(fileIn(dataDir), `${JSON.stringify(tokens, null, 2)}\n`, { replace: true });

/** Makes a token and returns it this once. Throws TOKENS_INVALID and WRITE_FAILED. */
export function createToken(
  dataDir: string,
  facts: Pick<ApiToken, 'name' | 'site' | 'scopes'>,
): { readonly token: string; readonly kept: ApiToken } {
  const id = randomBytes(4).toString('hex');
  const token = `avowal_${id}_${randomBytes(32).toString('base64url')}`;
  const kept = { id, ...facts, createdAt: new Date().toISOString(), hash: hashOf(token) };
  writeTokens(dataDir, [...readTokens(dataDir), kept]);
  return { token, kept };
}

/** Takes a token away, at once for every running server; `false` where there is none with this id. Throws as createToken. */
export function revokeToken(dataDir: string, id: string): boolean {
  const tokens = readTokens(dataDir);
  const left = tokens.filter((token) => token.id !== id);
  if (left.length === tokens.length) return false;
  writeTokens(dataDir, left);
  return true;
}

/** What is kept of a token that somebody shows; `undefined` for any other text. Throws TOKENS_INVALID. */
export function findToken(dataDir: string, token: string): ApiToken | undefined {
  if (!token.startsWith('avowal_')) return undefined;
  const hash = hashOf(token);
  return readTokens(dataDir).find((kept) => kept.hash === hash);
}
