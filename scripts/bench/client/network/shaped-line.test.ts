import { describe, expect, it } from 'vitest';
import { createLine, createQueue } from './shaped-line.ts';

describe('A shaped line', () => {
  it('delivers after its delay and the time that the bytes take', () => {
    const line = createLine(85, 8_000_000, () => 0);
    expect(line(1000)).toBe(86);
  });

  it('is shared: what is sent at once waits for what was sent before', () => {
    const line = createLine(85, 8_000_000, () => 0);
    line(10_000);
    expect(line(10_000)).toBe(105);
  });

  it('is free again after a pause', () => {
    let now = 0;
    const line = createLine(85, 8_000_000, () => now);
    line(10_000);
    now = 500;
    expect(line(1000)).toBe(586);
  });

  it('keeps the order even where a later piece would be due earlier', async () => {
    const got: number[] = [];
    const done = Promise.withResolvers<void>();
    const send = createQueue(([first = 0]) => {
      if (got.push(first) === 2) done.resolve();
    });
    send(Uint8Array.of(1), performance.now() + 20);
    send(Uint8Array.of(2), performance.now());
    await done.promise;
    expect(got).toEqual([1, 2]);
  });
});
