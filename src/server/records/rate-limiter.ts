import { hash, randomBytes } from 'node:crypto';
import { addressBlock } from './address-block.ts';

/** How much one address may send. */
export interface RateLimit {
  /** Requests at once. */
  readonly burst: number;
  /** Requests a second in the long run. */
  readonly perSecond: number;
}

/** Enough for an office behind one address; a visitor answers a few times a year. */
export const DEFAULT_RATE_LIMIT: RateLimit = { burst: 120, perSecond: 2 };

/** For proofs and receipts: an auditor reads a log of 10 million records in half an hour. */
export const DEFAULT_READ_LIMIT: RateLimit = { burst: 1200, perSecond: 20 };

/** Decides whether one more request of an address is let in. */
export type RateLimiter = (address: string | undefined) => boolean;

const ROTATION_MS = 10 * 60_000;
const MAX_ADDRESSES = 100_000;

/**
 * Token buckets in memory, under a keyed hash of the address. Key and buckets are thrown away every 10 minutes and are never
 * written anywhere (PRF-005). Fails closed: no address or a full table means no.
 */
export function createRateLimiter(
  limit: RateLimit,
  // Not the time of day: set back by an hour, it would let nobody in for that hour who has been here before.
  now: () => number = () => performance.now(),
  maxAddresses: number = MAX_ADDRESSES,
): RateLimiter {
  let key = randomBytes(32).toString('hex');
  let rotated = now();
  const buckets = new Map<string, { tokens: number; time: number }>();
  return (address) => {
    const block = addressBlock(address);
    if (block === undefined) return false;
    const time = now();
    if (time - rotated >= ROTATION_MS) {
      key = randomBytes(32).toString('hex');
      rotated = time;
      buckets.clear();
    }
    const id = hash('sha256', key + block, 'base64url');
    let bucket = buckets.get(id);
    if (!bucket) {
      if (buckets.size >= maxAddresses) return false;
      bucket = { tokens: limit.burst, time };
      buckets.set(id, bucket);
    }
    const refill = ((time - bucket.time) / 1000) * limit.perSecond;
    bucket.tokens = Math.min(limit.burst, bucket.tokens + refill);
    bucket.time = time;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
}
