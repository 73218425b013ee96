/** Items of one call: with more of them the thread would wait while the last ones are still being made. */
const MAX_TOGETHER = 64;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Joins what is asked for in one turn of the event loop to calls of some dozens. Items that may wait are limited, so that memory stays bounded. */
export function callInBatches<Item, Result>(
  call: (items: readonly Item[]) => Promise<readonly Result[]>,
  fail: (error: unknown) => Error,
  maxWaiting: number = 10_000,
): (item: Item) => Promise<Result> {
  let batch: Waiting<Item, Result>[] = [];
  let count = 0;

  async function settle(sent: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await call(sent.map(({ item }) => item));
      for (const [at, { resolve }] of sent.entries()) resolve(results[at] as Result);
    } catch (error) {
      for (const { reject } of sent) reject(error);
    } finally {
      count -= sent.length;
    }
  }

  const send = () => {
    if (batch.length === 0) return;
    void settle(batch);
    batch = [];
  };

  return (item) =>
    new Promise((resolve, reject) => {
      if (count >= maxWaiting) return reject(fail(new Error('too many records are waiting')));
      count += 1;
      if (batch.length === 0) setImmediate(send);
      batch.push({ item, resolve, reject });
      if (batch.length === MAX_TOGETHER) send();
    });
}
