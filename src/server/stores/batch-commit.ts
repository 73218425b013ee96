/** Puts an item into the next batch; settles after that was committed. */
export type PutInBatch<Item, Result> = (item: Item) => Promise<Result>;

/** Batches of one writer. */
export interface BatchCommit<Item, Result> {
  readonly put: PutInBatch<Item, Result>;
  /** Waits until nothing is under way. */
  idle(): Promise<void>;
}

/** What a {@link createBatchCommit} takes at most, and how it fails. */
export interface BatchLimits {
  /** Items that may wait; more are refused at once, so that memory stays bounded. */
  readonly maxWaiting: number;
  readonly maxBatch: number;
  /** Whether one item may be to blame for a failure: then the others are committed without it. */
  isItemsFault?(error: unknown): boolean;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One batch at a time: what arrives while one is being committed goes into the next, so that batches grow with the load.
 * When one fails every item of it is rejected, or the one that is to blame.
 */
export function createBatchCommit<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
  fail: (error: unknown) => Error,
  { maxWaiting = 10_000, maxBatch = 1000, isItemsFault = () => false }: Partial<BatchLimits> = {},
): BatchCommit<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let running: Promise<void> | undefined;

  async function settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await commit(batch.map(({ item }) => item));
      for (const [at, { resolve }] of batch.entries()) resolve(results[at] as Result);
    } catch (error) {
      if (batch.length > 1 && isItemsFault(error)) {
        // By halves: one among a thousand is found in ten steps.
        const middle = Math.ceil(batch.length / 2);
        await settle(batch.slice(0, middle));
        await settle(batch.slice(middle));
        return;
      }
      const failure = fail(error);
      for (const { reject } of batch) reject(failure);
    }
  }

  async function run(): Promise<void> {
    // Not before everything of this turn of the event loop has come.
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxBatch);
      waiting = waiting.slice(maxBatch);
      await settle(batch);
    }
    running = undefined;
  }

  return {
    put: (item) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= maxWaiting) {
          reject(fail(new Error('too many changes are waiting')));
          return;
        }
        waiting.push({ item, resolve, reject });
        running ??= run();
      }),
    idle: async () => {
      await running;
    },
  };
}
