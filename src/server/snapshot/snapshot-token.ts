import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import { ProblemError } from '../problem.ts';

/** What a script was issued with. */
export interface Snapshot {
  readonly site: string;
  readonly configHash: string;
  /** Names the bundle and the texts. */
  readonly uiRevision: string;
  /** Day (UTC), `2026-11-24`. */
  readonly issuedOn: string;
}

/** 128 bits. */
const SIGNATURE_BYTES = 16;

const sign = (snapshot: Snapshot, secret: string) =>
  createHmac('sha256', secret).update(canonicalJson(snapshot)).digest().subarray(0, SIGNATURE_BYTES);

/**
 * The token that a script carries and that each of its answers brings back: this server issued that configuration with those
 * texts and that bundle, on that day. It is the same for every visitor and no secret; it only cannot be made up.
 */
export function issueSnapshot(snapshot: Snapshot, secret: string): string {
  const { issuedOn, uiRevision } = snapshot;
  return `${issuedOn}.${uiRevision}.${sign(snapshot, secret).toString('base64url')}`;
}

/** What a token says that an answer to this configuration brought along. Throws ProblemError for one that this server did not sign. */
function readSnapshot(
  token: string,
  { site, configHash }: Pick<Snapshot, 'site' | 'configHash'>,
  secret: string,
): Snapshot {
  const [issuedOn = '', uiRevision = '', signature = '', ...more] = token.split('.');
  const snapshot = { site, configHash, uiRevision, issuedOn };
  const given = Buffer.from(signature, 'base64url');
  if (more.length > 0 || given.length !== SIGNATURE_BYTES || !timingSafeEqual(given, sign(snapshot, secret)))
    throw new ProblemError('snapshot-forged');
  return snapshot;
}

/** Reads the tokens of answers. */
export type ReadSnapshot = (token: string, facts: Pick<Snapshot, 'site' | 'configHash'>) => Snapshot;

/** Many visitors bring the same few tokens of the day: each is verified once. */
const MAX_VERIFIED = 1000;

/** {@link readSnapshot} that remembers what it has verified, and nothing that it refused. */
export function createSnapshotReader(secret: string): ReadSnapshot {
  const verified = new Map<string, Snapshot>();
  return (token, facts) => {
    const known = verified.get(token);
    if (known?.site === facts.site && known.configHash === facts.configHash) return known;
    const snapshot = readSnapshot(token, facts, secret);
    if (verified.size >= MAX_VERIFIED) verified.clear();
    verified.set(token, snapshot);
    return snapshot;
  };
}
