import { spawn } from 'node:child_process';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import { forwardRequest } from '../../demo/forward-request.ts';

/** Finds a port that nobody uses. */
const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });

/** Starts the built Next.js app; resolves when it answers. */
export async function startNext(folder: string): Promise<{ listener: RequestListener; stop: () => void }> {
  const port = await freePort();
  const child = spawn('npx', ['next', 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: folder,
    detached: true,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  let said = '';
  await new Promise<void>((ready, failed) => {
    const read = (chunk: Buffer) => {
      said += chunk;
      if (/Ready in/.test(said)) ready();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => failed(new Error(`Next.js did not start: ${said}`)));
  });
  return {
    listener: (request, response) =>
      forwardRequest(request, response, `http://127.0.0.1:${port}`, request.url ?? '/'),
    // The whole group: npx starts the server as a child of its own.
    stop: () => process.kill(-(child.pid as number)),
  };
}
