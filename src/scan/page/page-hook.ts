import type { Gatherer, HookSend } from '../gatherer.ts';

/** The hooks' own frames carry this name, so that they can be told from the site's. */
const HOOK_SOURCE = 'avowal:hook';

type Send = (text: string) => void;

/** Runs inside the page, as text: takes the way out and hides it, then lets each hook report with origin and stack. */
function bootstrap(
  binding: string,
  source: string,
  hooks: readonly { id: string; hook: (report: HookSend) => void }[],
): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const send = scope[binding] as Send | undefined;
  if (!send) return;
  delete scope[binding];
  const { stringify } = JSON;
  const NativeError = Error as unknown as {
    new (): Error;
    prepareStackTrace?: unknown;
    stackTraceLimit: number;
  };
  // A page may format or shorten stacks in its own way; for one moment it must not.
  const stackOf = (at?: Error) => {
    const { prepareStackTrace, stackTraceLimit } = NativeError;
    NativeError.prepareStackTrace = undefined;
    NativeError.stackTraceLimit = 20;
    const { stack = '' } = at ?? new NativeError();
    NativeError.prepareStackTrace = prepareStackTrace;
    NativeError.stackTraceLimit = stackTraceLimit;
    return stack
      .split('\n')
      .filter((line) => !line.includes(source))
      .join('\n');
  };
  for (const { id, hook } of hooks) {
    try {
      hook((data, at) => {
        try {
          send(stringify({ id, origin: self.origin, stack: stackOf(at), data }));
        } catch {
          // Nothing of ours may break the page.
        }
      });
    } catch {
      // This kind of storage does not exist here.
    }
  }
}

/** The script that every document and worker runs first. `binding` is the random name of the way out. */
export function pageHookSource(gatherers: readonly Gatherer[], binding: string): string {
  const hooks = gatherers.flatMap(({ id, hook }) =>
    hook ? [`{id:${JSON.stringify(id)},hook:${hook.toString()}}`] : [],
  );
  const call = `(${bootstrap.toString()})(${JSON.stringify(binding)},${JSON.stringify(HOOK_SOURCE)},[${hooks.join(',')}]);`;
  return `${call}\n//# sourceURL=${HOOK_SOURCE}`;
}
