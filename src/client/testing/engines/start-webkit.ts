import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Engine, EngineTab } from './engine.ts';
import { findMiddle, fromPage, inPage } from './in-page.ts';
import { clickActions, keyActions } from './webdriver-actions.ts';

/** A display of its own, since WebKitGTK has no headless mode. */
async function startDisplay(program: string): Promise<{ display: string; server: ChildProcess }> {
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1366x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(server.stdio[3] as NodeJS.ReadableStream, 'data');
  return { display: `:${String(number).trim()}`, server };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Sends commands to a WebDriver: JSON over HTTP. */
function driverAt(port: number) {
  return async <T = unknown>(
    method: string,
    path: string,
    body?: object,
    signal: AbortSignal | null = null,
  ): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      signal,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
}

/** A browser that has not started in this time never does; milliseconds. */
const START_MS = 60_000;
const ATTEMPTS = 3;

/** Starts WebKitGTK's small browser, driven over classic WebDriver, on a display that `xvfb` makes. */
export async function startWebKit(program: string, xvfb: string): Promise<Engine> {
  // Once in many starts its driver waits for ever for the browser: another pair of them does not.
  for (let attempt = 1; ; attempt++) {
    try {
      return await startPair(program, xvfb);
    } catch (error) {
      if ((error as Error).name !== 'TimeoutError' || attempt === ATTEMPTS) throw error;
    }
  }
}

async function startPair(program: string, xvfb: string): Promise<Engine> {
  const { display, server } = await startDisplay(xvfb);
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const kill = () => {
    driver.kill();
    server.kill();
  };
  process.once('exit', kill);
  const send = driverAt(port);
  for (let attempts = 0; ; attempts++) {
    const isUp = await send('GET', '/status').catch(() => undefined);
    if (isUp) break;
    if (attempts === 50) throw new Error('WebKitWebDriver does not answer.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const startSession = () =>
    send<{ sessionId: string; capabilities: { browserVersion: string } }>(
      'POST',
      '/session',
      { capabilities: {} },
      AbortSignal.timeout(START_MS),
    );
  // Each session is a browser process with a profile of its own; the first one tells the version.
  let ready: ReturnType<typeof startSession> | undefined = startSession();
  const { capabilities } = await ready.catch((error) => {
    process.off('exit', kill);
    kill();
    throw error;
  });
  return {
    version: capabilities.browserVersion,
    async open() {
      const { sessionId } = await (ready ?? startSession());
      ready = undefined;
      const command = <T>(method: string, path: string, body?: object) =>
        send<T>(method, `/session/${sessionId}${path}`, body);
      const act = (actions: object[]) => command('POST', '/actions', { actions });
      const tab: EngineTab = {
        async goto(url) {
          await command('POST', '/url', { url });
        },
        async evaluate(expression) {
          const [value, problem] = await command<[string, string?]>('POST', '/execute/async', {
            script: `const done = arguments[0]; ${inPage(expression)}.then((v) => done([v]), (e) => done(['', String(e)]))`,
            args: [],
          });
          if (problem) throw new Error(problem);
          return fromPage(value);
        },
        async click(selector) {
          await act(clickActions(await findMiddle(tab, selector)));
        },
        async press(key) {
          await act(keyActions(key));
        },
        cookies: async () => (await command<{ name: string }[]>('GET', '/cookie')).map(({ name }) => name),
        screenshot: async () => Buffer.from(await command<string>('GET', '/screenshot'), 'base64'),
        async close() {
          await command('DELETE', '');
        },
      };
      return tab;
    },
    async close() {
      if (ready) await send('DELETE', `/session/${(await ready).sessionId}`);
      process.off('exit', kill);
      const gone = Promise.all([once(driver, 'exit'), once(server, 'exit')]);
      kill();
      await gone;
    },
  };
}
