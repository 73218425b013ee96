import { describe, expect, it } from 'vitest';
import { createBatchCommit } from './batch-commit.ts';

const same = (error: unknown) => error as Error;

describe('Batches of a writer', () => {
  it('hold what comes in one turn, and then what came while the last one was committed', async () => {
    const batches: (readonly number[])[] = [];
    let release: () => void = () => undefined;
    const { put, idle } = createBatchCommit(async (items: readonly number[]) => {
      batches.push(items);
      if (batches.length === 1) {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      }
      return items.map((n) => n * 10);
    }, same);
    const first = [put(1), put(2)];
    await expect.poll(() => batches.length, { timeout: 30_000 }).toBe(1);
    const second = [put(3), put(4)];
    release();
    expect(await Promise.all([...first, ...second])).toEqual([10, 20, 30, 40]);
    await idle();
    expect(batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('never grow over their limit', async () => {
    const sizes: number[] = [];
    const { put } = createBatchCommit(
      async (items: readonly number[]) => {
        sizes.push(items.length);
        return items;
      },
      same,
      { maxWaiting: 100, maxBatch: 3 },
    );
    await Promise.all(Array.from({ length: 7 }, (_, n) => put(n)));
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('reject all of a batch that fails, and go on with the next', async () => {
    let fails = true;
    const { put } = createBatchCommit(async (items: readonly number[]) => {
      if (fails) throw new Error('connection lost');
      return items;
    }, same);
    const results = await Promise.allSettled([put(1), put(2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await put(3)).toBe(3);
  });

  it('reject alone what is to blame for a failure, and commit all others in their order', async () => {
    const committed: number[] = [];
    const { put } = createBatchCommit(
      async (items: readonly number[]) => {
        if (items.some((n) => n % 13 === 0)) throw new Error('thirteen');
        committed.push(...items);
        return items;
      },
      same,
      { isItemsFault: (error) => (error as Error).message === 'thirteen' },
    );
    const numbers = Array.from({ length: 30 }, (_, n) => n + 1);
    const results = await Promise.allSettled(numbers.map(put));
    const bad = numbers.filter((_, at) => results[at]?.status === 'rejected');
    expect(bad).toEqual([13, 26]);
    expect(committed).toEqual(numbers.filter((n) => !bad.includes(n)));
  });

  it('refuse at once when too many wait', async () => {
    const { put } = createBatchCommit(async (items: readonly number[]) => items, same, {
      maxWaiting: 2,
      maxBatch: 2,
    });
    const first = [put(1), put(2)];
    await expect(put(3)).rejects.toThrow(/too many/);
    expect(await Promise.all(first)).toEqual([1, 2]);
  });
});
