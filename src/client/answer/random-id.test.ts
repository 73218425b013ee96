import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { randomId } from './random-id.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

describe('An id that a browser makes', () => {
  it('is a UUID, and another one each time', () => {
    const ids = Array.from({ length: 100 }, randomId);
    for (const id of ids) expect(id).toMatch(UUID);
    expect(new Set(ids).size).toBe(100);
  });

  it('is one also where the clock was never set, and on pages without TLS', () => {
    vi.useFakeTimers({ now: 0 });
    vi.stubGlobal('crypto', {});
    onTestFinished(() => {
      vi.useRealTimers();
      vi.unstubAllGlobals();
    });
    expect(randomId()).toMatch(UUID);
  });

  it('stands in the order of time, so that the server writes it beside the last one', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 24) });
    onTestFinished(() => void vi.useRealTimers());
    const ids = Array.from({ length: 100 }, () => {
      vi.advanceTimersByTime(256);
      return randomId();
    });
    expect(ids).toEqual(ids.toSorted());
  });
});
