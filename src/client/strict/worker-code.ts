/** A pattern for host and path of an address, and whether what fits it is held back; the first that fits decides. */
export type WorkerRule = readonly [pattern: string, isHeld: boolean];

/**
 * Guards a worker before its own code runs in it. It reaches the worker as text, from the page or with the worker's file
 * (`npm run worker-guard`), and so uses nothing but what is given to it and what workers have.
 */
export function guardWorker(rules: readonly WorkerRule[]): void {
  const scope = self as unknown as Record<string, (...args: unknown[]) => unknown>;
  const divert = (input: unknown) => {
    try {
      const { hostname, pathname } = new URL((input as Request)?.url ?? input, location.href);
      return rules.find(([pattern]) => new RegExp(pattern).test(hostname + pathname))?.[1] ? 'about:' : input;
    } catch {
      // What is not a URL leads nowhere.
      return input;
    }
  };
  for (const name of ['fetch', 'importScripts', 'WebSocket', 'EventSource', 'Worker']) {
    const native = scope[name];
    if (!native) continue;
    scope[name] = new Proxy(native, {
      apply: (target, _, args) =>
        target.apply(
          self,
          args.map((arg, at) => (at && name === 'fetch' ? arg : divert(arg))),
        ),
      construct: (target, [url, ...rest], newTarget) =>
        Reflect.construct(target, [divert(url), ...rest], newTarget),
    });
  }
  const { prototype } = XMLHttpRequest;
  const { open } = prototype;
  prototype.open = function (...args: unknown[]) {
    args[1] = divert(args[1]);
    (open as (...args: unknown[]) => void).apply(this, args);
  };
}

/** Code that holds back in a worker what these rules do. */
export const workerCode = (rules: readonly WorkerRule[]): string =>
  `(${guardWorker})(${JSON.stringify(rules)});`;
