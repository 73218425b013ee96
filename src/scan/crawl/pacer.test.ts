import { expect, it } from 'vitest';
import { createPacer } from './pacer.ts';

const { signal } = new AbortController();

/** Asks at these times and tells how long each waits. */
async function waits(milliseconds: number, times: readonly number[]): Promise<number[]> {
  let [time, waited] = [0, 0];
  const pace = createPacer(
    milliseconds,
    () => time,
    async (more) => {
      waited = more;
    },
  );
  const all: number[] = [];
  for (const at of times) {
    [time, waited] = [at, 0];
    await pace(signal);
    all.push(waited);
  }
  return all;
}

it('lets the first page be opened at once and keeps the distance between all others, however many ask together', async () => {
  expect(await waits(500, [1000, 1000, 1000, 1200])).toEqual([0, 500, 1000, 1300]);
});

it('asks nobody to wait who comes late', async () => {
  expect(await waits(500, [1000, 1600, 5000])).toEqual([0, 0, 0]);
});

it('keeps no distance where none is wanted', async () => {
  expect(await waits(0, [1000, 1000, 1000])).toEqual([0, 0, 0]);
});

it('waits no longer when the scan is stopped', async () => {
  const pace = createPacer(1_000_000);
  const stop = new AbortController();
  await pace(stop.signal);
  const waiting = pace(stop.signal);
  stop.abort();
  await expect(waiting).rejects.toThrow('abort');
});
