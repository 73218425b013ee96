/** How long a control may take to appear, and a click to change what is stored; milliseconds. */
const WITHIN = 2000;

/** Asks again and again for two seconds; `undefined` where nothing came. Rejects when `signal` aborts. */
export async function waitFor<T>(
  ask: () => Promise<T | undefined>,
  signal: AbortSignal,
): Promise<T | undefined> {
  const until = Date.now() + WITHIN;
  for (;;) {
    signal.throwIfAborted();
    const found = await ask();
    if (found !== undefined || Date.now() > until) return found;
    await new Promise((next) => setTimeout(next, 100));
  }
}
