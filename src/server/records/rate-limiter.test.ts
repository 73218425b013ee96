import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createRateLimiter } from './rate-limiter.ts';

const LIMIT = { burst: 3, perSecond: 1 };

describe('A rate limiter', () => {
  it('lets a burst in, then one more for each second', () => {
    let now = 0;
    const allows = createRateLimiter(LIMIT, () => now);
    const tries = (count: number) =>
      Array.from({ length: count }, () => allows('192.0.2.1')).filter(Boolean).length;
    expect(tries(10)).toBe(3);
    now = 2000;
    expect(tries(10)).toBe(2);
    now = 100_000;
    expect(tries(10)).toBe(3);
  });

  it('counts each address for itself, and all of an IPv6 network together', () => {
    const allows = createRateLimiter({ burst: 1, perSecond: 0 }, () => 0);
    expect(allows('192.0.2.1')).toBe(true);
    expect(allows('192.0.2.2')).toBe(true);
    expect(allows('2001:db8::1')).toBe(true);
    expect(allows('2001:db8::2')).toBe(false);
    expect(allows('2001:db8:0:1::2')).toBe(true);
  });

  it('fails closed: no address or a full table means no', () => {
    const allows = createRateLimiter(LIMIT, () => 0, 2);
    expect(allows(undefined)).toBe(false);
    expect(allows('192.0.2.1')).toBe(true);
    expect(allows('192.0.2.2')).toBe(true);
    expect(allows('192.0.2.3')).toBe(false);
    expect(allows('192.0.2.1')).toBe(true);
  });

  it('goes on when the clock of the machine is set back', () => {
    onTestFinished(() => void vi.useRealTimers());
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-24T12:00:00Z') });
    const allows = createRateLimiter({ burst: 3, perSecond: 2 });
    expect(allows('192.0.2.1')).toBe(true);
    vi.setSystemTime(Date.parse('2026-11-24T11:00:00Z'));
    expect(allows('192.0.2.1')).toBe(true);
  });

  it('PRF-005: forgets every address after ten minutes', () => {
    let now = 0;
    const allows = createRateLimiter({ burst: 1, perSecond: 0 }, () => now, 1);
    expect(allows('192.0.2.1')).toBe(true);
    expect(allows('192.0.2.2')).toBe(false);
    now = 10 * 60_000;
    expect(allows('192.0.2.2')).toBe(true);
  });
});
