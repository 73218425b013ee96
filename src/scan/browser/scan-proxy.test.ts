import { connect, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { AvowalError } from '../../model/errors.ts';
import { readDestination, type ScanProxy, startScanProxy } from './scan-proxy.ts';

const request = (host: string, port: number) =>
  Buffer.concat([
    Buffer.from([5, 1, 0, 3, host.length]),
    Buffer.from(host),
    Buffer.from([port >> 8, port & 255]),
  ]);

/** Sends the bytes in one go, and gives what came back until the connection ended. */
function talk(port: number, ...parts: Buffer[]): Promise<Buffer> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.concat(parts)));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => done(Buffer.concat(chunks)));
  });
}

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function serve(onSocket: (socket: Socket) => void): Promise<number> {
  const server = createServer(onSocket);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push(server);
  return (server.address() as { port: number }).port;
}

async function proxyTo(port: number, cap?: number): Promise<ScanProxy> {
  const proxy = await startScanProxy(async (host) => {
    if (host === 'private.example') throw new AvowalError('ADDRESS_REFUSED', { host, address: '10.0.0.1' });
    return { address: '127.0.0.1', port };
  }, cap);
  open.push(proxy);
  return proxy;
}

describe('readDestination', () => {
  it('reads names and addresses of both kinds', () => {
    expect(readDestination(request('a.example', 443))).toEqual({ host: 'a.example', port: 443, length: 16 });
    expect(readDestination(Buffer.from([5, 1, 0, 1, 127, 0, 0, 1, 0, 80]))).toMatchObject({
      host: '127.0.0.1',
      port: 80,
    });
    const v6 = Buffer.concat([Buffer.from([5, 1, 0, 4]), Buffer.alloc(15), Buffer.from([1, 0, 80])]);
    expect(readDestination(v6)).toMatchObject({ host: '0000:0000:0000:0000:0000:0000:0000:0001', port: 80 });
  });

  it('asks for more bytes of a part, and refuses what is none', () => {
    expect(readDestination(request('a.example', 443).subarray(0, 10))).toBeUndefined();
    expect(readDestination(Buffer.from([4, 1, 0, 3, 1, 65, 0, 80]))).toBeNull();
    expect(readDestination(Buffer.from([5, 2, 0, 3, 1, 65, 0, 80]))).toBeNull();
    expect(readDestination(Buffer.from([5, 1, 0, 9, 1, 65, 0, 80]))).toBeNull();
  });
});

describe('the proxy', () => {
  it('tunnels both ways, also bytes that come with the request', async () => {
    const port = await serve((socket) => socket.once('data', (chunk) => socket.end(`got ${chunk}`)));
    const proxy = await proxyTo(port);
    const answer = await talk(
      proxy.port,
      Buffer.from([5, 1, 0]),
      request('a.example', 80),
      Buffer.from('early'),
    );
    expect(answer.subarray(12).toString()).toBe('got early');
  });

  it('refuses what may not be reached, and knows why', async () => {
    const proxy = await proxyTo(1);
    const answer = await talk(proxy.port, Buffer.from([5, 1, 0]), request('private.example', 80));
    expect(answer[3]).toBe(5);
    expect(proxy.failureOf('PRIVATE.example')).toContain('10.0.0.1');
    await talk(proxy.port, Buffer.from([5, 1, 0]), request('closed.example', 80));
    expect(proxy.failureOf('closed.example')).toContain('ECONNREFUSED');
  });

  it('cuts a response off at the cap and names the host', async () => {
    const port = await serve((socket) => {
      socket.on('error', () => {});
      socket.write(Buffer.alloc(3000));
    });
    const proxy = await proxyTo(port, 2000);
    await talk(proxy.port, Buffer.from([5, 1, 0]), request('big.example', 80));
    expect(proxy.takeOversized()).toEqual(['big.example']);
    expect(proxy.takeOversized()).toEqual([]);
  });

  it('survives nonsense', async () => {
    const proxy = await proxyTo(1);
    await talk(proxy.port, Buffer.from([5, 1, 0]), Buffer.from('GET / HTTP/1.1\r\n\r\n'));
    expect(proxy.port).toBeGreaterThan(0);
  });
});
