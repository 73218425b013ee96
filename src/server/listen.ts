import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AvowalError } from '../model/errors.ts';

/** Takes a port (0 = any free one) before anything else is done. Throws PORT_IN_USE and LISTEN_FAILED. */
export async function listen(port: number, host: string): Promise<{ server: Server; port: number }> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000, maxHeaderSize: 16_384 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const facts = { port, host, problem: error.message };
      reject(new AvowalError(error.code === 'EADDRINUSE' ? 'PORT_IN_USE' : 'LISTEN_FAILED', facts, error));
    });
    server.listen(port, host, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

/** Ends a server: takes no new connection, lets requests under way finish, cuts what is left after `graceMs`. */
export async function drain(server: Server, graceMs = 5000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
