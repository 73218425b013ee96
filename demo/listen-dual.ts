import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { generate } from 'selfsigned';
import { AvowalError } from '../src/model/errors.ts';

/** First byte of a TLS connection: content type "handshake" (RFC 8446 §5.1). */
const TLS_HANDSHAKE = 0x16;

/** Milliseconds of silence after which a connection is cut: neither server below listens itself, so none of theirs count. */
const PATIENCE = 20_000;

/** A listening port. */
export interface DualListener {
  readonly port: number;
  close(): Promise<void>;
}

const makeCertificate = () =>
  generate([{ name: 'commonName', value: 'demo.localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'demo.localhost' }] }],
  });

/**
 * Listens on one port of the loopback address for both HTTP and HTTPS, with a certificate made now that nobody signed.
 * Port 0 takes a free one. Throws `PORT_IN_USE`.
 */
export async function listenDual(port: number, listener: RequestListener): Promise<DualListener> {
  const certificate = await makeCertificate();
  const plain = createHttpServer(listener);
  const secure = createHttpsServer({ key: certificate.private, cert: certificate.cert }, listener);
  // A browser that distrusts the certificate hangs up in the middle; that is its right.
  secure.on('tlsClientError', (_, socket) => socket.destroy());

  const open = new Set<Socket>();
  const server = createTcpServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.setTimeout(PATIENCE, () => socket.destroy());
    socket.once('data', (chunk: Buffer) => {
      socket.pause();
      socket.unshift(chunk);
      (chunk[0] === TLS_HANDSHAKE ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new AvowalError('PORT_IN_USE', { port }, error) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
