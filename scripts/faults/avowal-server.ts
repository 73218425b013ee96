import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('../../src/cli/testing/entry.ts', import.meta.url));

/** `avowal serve` as a process of its own. */
export interface AvowalServer {
  readonly url: string;
  /** kill -9. */
  kill(): Promise<void>;
  /** In good order. */
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts `avowal serve` on a free port. Each address may send a few answers only, so each answer names one of its own. */
export async function startAvowal(
  config: string,
  dataDir: string,
  ...more: readonly string[]
): Promise<AvowalServer> {
  const args = [
    'serve',
    '--config',
    config,
    '--data',
    dataDir,
    '--port',
    '0',
    '--trusted-proxies',
    '1',
    ...more,
  ];
  const child = spawn(process.execPath, [ENTRY, ...args, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const exit = once(child, 'exit').then(() => running.delete(child));
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  const lines = createInterface({ input: child.stdout });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const [, found] = /"url": "([^"]+)"/.exec(line) ?? [];
      if (found) resolve(found);
    });
    void exit.then(() => reject(new Error(`avowal serve ended: ${said}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exit;
  };
  return { url, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
