import { describe, expect, it } from 'vitest';
import { callInBatches } from './call-in-batches.ts';

const same = (error: unknown) => error as Error;
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('Calls in batches', () => {
  it('join what is asked for in one turn, some dozens at a time, and answer each with its own', async () => {
    const sizes: number[] = [];
    const call = callInBatches(async (items: readonly number[]) => {
      sizes.push(items.length);
      return items.map((n) => n * 10);
    }, same);
    expect(await Promise.all(numbers(150).map(call))).toEqual(numbers(150).map((n) => n * 10));
    expect(sizes).toEqual([64, 64, 22]);
    expect(await call(7)).toBe(70);
  });

  it('reject all of a batch that fails, and no other', async () => {
    const call = callInBatches(async (items: readonly number[]) => {
      if (items.includes(3)) throw new Error('disk full');
      return items;
    }, same);
    const results = await Promise.allSettled(numbers(70).map(call));
    expect(results.map(({ status }) => status)).toEqual([
      ...Array(64).fill('rejected'),
      ...Array(6).fill('fulfilled'),
    ]);
  });

  it('refuse what is too much at once, and take more when that is done', async () => {
    const call = callInBatches(async (items: readonly number[]) => items, same, 2);
    const first = [call(1), call(2)];
    await expect(call(3)).rejects.toThrow('too many records are waiting');
    expect(await Promise.all(first)).toEqual([1, 2]);
    expect(await call(4)).toBe(4);
  });
});
