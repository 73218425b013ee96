import { connect, createServer, type Server, type Socket } from 'node:net';
import type { LocateHost } from './locate-host.ts';

/** The one way out of a scan's browsers: a SOCKS 5 server that resolves, checks and then connects. */
export interface ScanProxy {
  readonly port: number;
  /** Why the last connection to a host failed, in words. */
  failureOf(host: string): string | undefined;
  /** Starts the byte count of every open connection anew: called for each page. */
  renewBudgets(): void;
  /** Hosts that sent more than the cap since this was last asked. */
  takeOversized(): readonly string[];
  close(): Promise<void>;
}

/** Bytes that one connection may deliver for one page. */
const RESPONSE_CAP: number = 100 * 1024 * 1024;

const CONNECT_WITHIN_MS = 10_000;
const GREETING_ANSWER = Buffer.from([5, 0]);
const REPLY = (code: number) => Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0]);

interface Destination {
  readonly host: string;
  readonly port: number;
  /** Bytes of the request. */
  readonly length: number;
}

/** Reads a CONNECT request (RFC 1928 §4); `undefined` = more bytes are needed, `null` = not one. */
export function readDestination(bytes: Buffer): Destination | undefined | null {
  if (bytes.length < 5) return undefined;
  if (bytes[0] !== 5 || bytes[1] !== 1) return null;
  const [kind, first = 0] = [bytes[3], bytes[4]];
  const [from, size] = kind === 1 ? [4, 4] : kind === 4 ? [4, 16] : kind === 3 ? [5, first] : [0, 0];
  if (size === 0) return null;
  if (bytes.length < from + size + 2) return undefined;
  const raw = bytes.subarray(from, from + size);
  const host =
    kind === 3
      ? raw.toString('latin1')
      : kind === 1
        ? raw.join('.')
        : (raw.toString('hex').match(/.{4}/g) ?? []).join(':');
  return { host, port: bytes.readUInt16BE(from + size), length: from + size + 2 };
}

function open(address: string, port: number): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect({ host: address, port, noDelay: true });
    socket.setTimeout(CONNECT_WITHIN_MS, () => socket.destroy(new Error('no answer within 10 seconds')));
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.off('error', fail);
      done(socket);
    });
  });
}

/** Starts the proxy on a free loopback port. Every address goes through `locate` first, literal ones too. */
export async function startScanProxy(locate: LocateHost, cap: number = RESPONSE_CAP): Promise<ScanProxy> {
  const sockets = new Set<Socket>();
  const budgets = new Map<Socket, number>();
  const failures = new Map<string, string>();
  const oversized = new Set<string>();

  function keep(socket: Socket, partner?: Socket): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      sockets.delete(socket);
      budgets.delete(socket);
      partner?.destroy();
    });
  }

  async function tunnel(client: Socket, { host, port }: Destination, early: Buffer): Promise<void> {
    let server: Socket;
    try {
      const location = await locate(host, port);
      server = await open(location.address, location.port);
    } catch (error) {
      failures.set(host.toLowerCase(), (error as Error).message);
      client.end(REPLY(5));
      return;
    }
    if (client.destroyed) {
      server.destroy();
      return;
    }
    keep(server, client);
    client.once('close', () => server.destroy());
    budgets.set(server, 0);
    server.on('data', (chunk: Buffer) => {
      const sum = (budgets.get(server) ?? 0) + chunk.length;
      budgets.set(server, sum);
      if (sum <= cap) return;
      oversized.add(host);
      server.destroy();
    });
    client.write(REPLY(0));
    if (early.length > 0) server.write(early);
    server.pipe(client);
    client.pipe(server);
  }

  function greet(client: Socket): void {
    let bytes: Buffer = Buffer.alloc(0);
    let greeted = false;
    client.setNoDelay(true);
    const onData = (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (!greeted) {
        if (bytes.length < 2 || bytes.length < 2 + (bytes[1] ?? 0)) return;
        bytes = bytes.subarray(2 + (bytes[1] ?? 0));
        greeted = true;
        client.write(GREETING_ANSWER);
      }
      const destination = readDestination(bytes);
      if (destination === undefined) return;
      client.off('data', onData);
      client.pause();
      if (destination === null) client.end(REPLY(7));
      else void tunnel(client, destination, bytes.subarray(destination.length));
    };
    client.on('data', onData);
  }

  const server: Server = createServer((client) => {
    keep(client);
    greet(client);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();

  return {
    port: typeof address === 'object' && address ? address.port : 0,
    failureOf: (host) => failures.get(host.toLowerCase()),
    renewBudgets: () => {
      for (const socket of budgets.keys()) budgets.set(socket, 0);
    },
    takeOversized: () => {
      const hosts = [...oversized];
      oversized.clear();
      return hosts;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
