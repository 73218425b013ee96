/** A connection to a browser over WebDriver BiDi. */
export interface BidiConnection {
  /** Sends a command and returns its result. Throws the browser's error. */
  send<T = unknown>(method: string, params?: object): Promise<T>;
  close(): void;
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/**
 * Connects to a browser over WebDriver BiDi, which is JSON over a WebSocket: the dozen commands that are needed here do
 * not make up for a client library of many megabytes.
 */
export async function connectBidi(url: string): Promise<BidiConnection> {
  const socket = new WebSocket(`${url}/session`);
  const waiting = new Map<number, (answer: Answer) => void>();
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`No browser answers at ${url}`));
  });
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(data) as Answer;
    if (answer.id) waiting.get(answer.id)?.(answer);
  };
  socket.onclose = () => {
    for (const settle of waiting.values()) settle({ error: 'disconnected', message: 'the browser has gone' });
  };
  let last = 0;
  return {
    async send<T>(method: string, params: object = {}) {
      const id = ++last;
      const answer = await new Promise<Answer>((resolve) => {
        waiting.set(id, resolve);
        socket.send(JSON.stringify({ id, method, params }));
      });
      waiting.delete(id);
      if (answer.error) throw new Error(`${method}: ${answer.error}: ${answer.message}`);
      return answer.result as T;
    },
    close: () => socket.close(),
  };
}
