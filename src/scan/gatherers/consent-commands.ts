import { initiatorChain } from '../computed/initiator-chain.ts';
import { parseStack } from '../computed/parse-stack.ts';
import type { Gatherer, GatherRun, HookReport, HookSend } from '../gatherer.ts';
import { readConsentCommand } from '../signals/read-consent-command.ts';

/**
 * Commands in the queues of Google's and Microsoft's tags. A page finds the name of the queue taken before it made one;
 * its value is what the page put there, and `push` is the page's own or the tag's. Runs inside the page, as text.
 */
function hook(report: HookSend): void {
  if (typeof document === 'undefined' || self !== self.top) return;
  const { apply, defineProperty } = Reflect;
  const watched = new WeakSet<object>();
  const started = new Set<string>();
  let left = 200;
  const tell = (queue: string, entry: unknown, at: Error) => {
    if (typeof entry !== 'object' || entry === null || left <= 0) return;
    const { 0: name, 1: command, 2: fields } = entry as Record<string, unknown>;
    if (name === 'consent' && typeof command === 'string') {
      left -= 1;
      report({ queue, command, fields: JSON.stringify(fields ?? {}).slice(0, 4000) }, at);
      return;
    }
    const isTag = name === 'config' || name === 'event' || name === 'pageLoad' || 'gtm.start' in entry;
    if (!isTag || started.has(queue)) return;
    started.add(queue);
    report({ queue, command: 'tag', fields: '{}' }, at);
  };
  // Google's queue holds entries, Microsoft's the words of one command after the other.
  const tellAll = (queue: string, args: readonly unknown[], at: Error) => {
    if (queue === 'uetq') tell(queue, args, at);
    else for (const entry of args) tell(queue, entry, at);
  };
  const watch = (queue: string, list: unknown) => {
    if (typeof list !== 'object' || list === null || watched.has(list)) return;
    watched.add(list);
    if (Array.isArray(list) && list.length > 0) tellAll(queue, list, new Error());
    const native = (list as { readonly push?: unknown }).push;
    if (typeof native !== 'function') return;
    const push = new Proxy(native, {
      apply(target, self, args) {
        try {
          tellAll(queue, args, new Error());
        } catch {
          // What cannot be read is the page's own business.
        }
        return apply(target, self, args);
      },
    });
    defineProperty(list, 'push', { value: push, configurable: true, writable: true, enumerable: false });
  };
  for (const queue of ['dataLayer', 'uetq']) {
    let value: unknown;
    defineProperty(self, queue, {
      configurable: true,
      enumerable: true,
      get: () => value,
      set(next) {
        value = next;
        watch(queue, next);
      },
    });
  }
}

function reported(run: GatherRun, { stack, data }: HookReport): void {
  const command = readConsentCommand(data);
  if (!command) return;
  const [nearest, ...others] = parseStack(stack);
  // The little function that every page has for Google's queue says nothing of who spoke.
  const isWrapper = nearest?.functionName === 'gtag' && others.length > 0;
  const causes = nearest && !isWrapper ? [nearest, ...others] : others;
  const initiators = initiatorChain(run.network.requests(), causes);
  run.observeSignal({ command: { ...command, time: new Date().toISOString(), initiators } });
}

/** Consent commands in the order in which scripts gave them, with the script and line, and when the tag was started. */
const consentCommands: Gatherer = {
  id: 'consent-commands',
  hook,
  start: (run) => ({ reported: (report) => reported(run, report) }),
};

export default consentCommands;
