import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright-core';

/** One attached target of the browser (or the browser itself), with the protocol's own types. */
export interface CdpSession {
  /** Empty for the browser itself. */
  readonly id: string;
  /** Rejects when the browser refuses the command, is gone, or says nothing for 15 seconds. */
  readonly send: CDPSession['send'];
  readonly on: CDPSession['on'];
}

/** The wire to one browser: DevTools protocol over two pipes, every target multiplexed by its session id. */
export interface CdpConnection {
  readonly browser: CdpSession;
  session(id: string): CdpSession;
  /** Resolves when the browser has closed its end. */
  readonly closed: Promise<void>;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const ANSWER_WITHIN_MS = 15_000;

/** Speaks to a browser started with `--remote-debugging-pipe`. */
export function connectPipes(output: Writable, input: Readable): CdpConnection {
  const emitters = new Map<string, EventEmitter>();
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let open = true;
  const end = Promise.withResolvers<void>();

  function close(): void {
    open = false;
    for (const { reject, timer } of pending.values()) {
      clearTimeout(timer);
      reject(new Error('the browser is gone'));
    }
    pending.clear();
    end.resolve();
  }

  function receive(text: string): void {
    const message = JSON.parse(text) as Message;
    if (message.id === undefined) {
      emitters.get(message.sessionId ?? '')?.emit(message.method ?? '', message.params);
      return;
    }
    const waiting = pending.get(message.id);
    if (!waiting) return;
    pending.delete(message.id);
    clearTimeout(waiting.timer);
    if (message.error) waiting.reject(new Error(message.error.message));
    else waiting.resolve(message.result);
  }

  const send = (sessionId: string, method: string, params: unknown = {}): Promise<unknown> => {
    if (!open) return Promise.reject(new Error('the browser is gone'));
    const id = ++lastId;
    const answer = new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        pending.delete(id);
        reject(new Error(`${method} was not answered`));
      }, ANSWER_WITHIN_MS);
      pending.set(id, { resolve, reject, timer });
    });
    output.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    return answer;
  };

  function session(id: string): CdpSession {
    const emitter = emitters.get(id) ?? new EventEmitter().setMaxListeners(0);
    emitters.set(id, emitter);
    return {
      id,
      send: ((method: string, params?: unknown) => send(id, method, params)) as CDPSession['send'],
      on: emitter.on.bind(emitter) as unknown as CDPSession['on'],
    };
  }

  readMessages(input, receive);
  input.on('close', close).on('error', close);
  output.on('error', close);
  return { browser: session(''), session, closed: end.promise };
}

/** Messages end with a NUL byte; one may span many chunks, so that only the bytes are joined, once. */
function readMessages(input: Readable, receive: (text: string) => void): void {
  let parts: Buffer[] = [];
  input.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
      parts.push(chunk.subarray(from, at));
      const text = Buffer.concat(parts).toString('utf8');
      parts = [];
      from = at + 1;
      receive(text);
    }
    parts.push(chunk.subarray(from));
  });
}
