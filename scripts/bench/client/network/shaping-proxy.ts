import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { createLine, createQueue, type LineSpeed } from './shaped-line.ts';

const now = () => performance.now();

/**
 * Forwards connections to a port of this machine as a phone's line would: half a round trip each way, one downlink for
 * all, and a round trip before the first byte for the handshake of TCP, which on this machine costs nothing.
 */
export async function startShapingProxy(
  targetPort: number,
  line: (bytes: number) => number,
  { roundTripMs }: LineSpeed,
): Promise<{ readonly port: number; readonly server: Server }> {
  const server = createServer({ noDelay: true }, (client: Socket) => {
    const target = connect({ port: targetPort, host: '127.0.0.1', noDelay: true });
    const openAt = now() + roundTripMs;
    const up = createQueue((piece) => target.writable && target.write(piece));
    const down = createQueue((piece) => client.writable && client.write(piece));
    client.on('data', (piece: Buffer) => up(piece, Math.max(openAt, now()) + roundTripMs / 2));
    target.on('data', (piece: Buffer) => down(piece, line(piece.length)));
    for (const [one, other] of [[client, target] as const, [target, client] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, server };
}

/** The downlink that all connections of a phone share. */
export const createDownlink = ({ roundTripMs, downBitsPerSecond }: LineSpeed): ((bytes: number) => number) =>
  createLine(roundTripMs / 2, downBitsPerSecond, now);
