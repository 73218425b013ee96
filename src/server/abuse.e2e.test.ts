import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const PLENTY = { burst: 1e6, perSecond: 1e6 };
const records = async (server: TestServer) =>
  (await (await server.open('/api/v1/sites/shop/records')).json()).records as Record<string, unknown>[];
const isAlive = async (server: TestServer) => (await fetch(`${server.url}/readyz`)).status === 200;

/** Sends bytes as they are, and gives back the first line of what comes. */
async function sendRaw(server: TestServer, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    received += text;
    socket.end();
  });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(bytes);
  await once(socket, 'close');
  return received.split('\r\n')[0] ?? '';
}

/** So many requests over a few connections, as a script would send them; statuses by how often they came. */
async function flood(
  server: TestServer,
  count: number,
  { path, body, headers = () => ({}) }: Flood,
): Promise<Readonly<Record<number, number>>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  onTestFinished(() => agent.destroy());
  const statuses: Record<number, number> = {};
  const ask = (n: number) =>
    new Promise<void>((done, fail) => {
      const fields = { origin: 'https://shop.example', 'content-type': 'application/json', ...headers(n) };
      request(
        `${server.url}${path}`,
        { agent, method: body ? 'POST' : 'GET', headers: fields },
        (response) => {
          const { statusCode = 0 } = response.resume();
          statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
          response.on('end', done);
        },
      )
        .on('error', fail)
        .end(body?.(n));
    });
  let next = 0;
  const worker = async () => {
    while (next < count) await ask(next++);
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  return statuses;
}
interface Flood {
  readonly path: string;
  readonly body?: (n: number) => string;
  readonly headers?: (n: number) => Record<string, string>;
}

describe('Somebody who means harm', () => {
  it('gets little of 10,000 answers in from one address, whatever X-Forwarded-For says, and nobody else is held up', async () => {
    const server = await startTestServer({ rateLimit: { burst: 50, perSecond: 0 } });
    const good = await server.submission();
    const statuses = await flood(server, 10_000, {
      path: '/api/v1/consents',
      body: () => JSON.stringify({ ...good, id: randomUUID() }),
      headers: (n) => ({ 'x-forwarded-for': `198.51.${n >> 8}.${n & 255}` }),
    });
    expect(statuses).toEqual({ 201: 50, 429: 9950 });
    expect(await records(server)).toHaveLength(50);
    expect(server.lines.some((line) => /198\.51|127\.0\.0\.1|too-many/.test(line))).toBe(false);
    expect(await isAlive(server)).toBe(true);
  });

  it('gains nothing by addresses that a trusted proxy did not write', async () => {
    const server = await startTestServer({ rateLimit: { burst: 1, perSecond: 0 }, trustedProxies: 1 });
    const send = async (forwarded: string) =>
      (await server.post(await server.submission(), { 'x-forwarded-for': forwarded })).status;
    expect(await send('203.0.113.1')).toBe(201);
    expect(await send('198.51.100.1, 203.0.113.1')).toBe(429);
    expect(await send('198.51.100.2, 198.51.100.3, 203.0.113.1')).toBe(429);
    expect(await send('203.0.113.2')).toBe(201);
    // Past the proxy there is no address to count by.
    expect(await send('nonsense')).toBe(429);
  });

  it('cannot make proofs and receipts without end, and learns so in the words of the intake', async () => {
    const server = await startTestServer({ readLimit: { burst: 20, perSecond: 0 } });
    const paths = [
      '/api/v1/receipts/x',
      '/api/v1/log/checkpoint',
      '/api/v1/log/proof/inclusion?index=0',
      '/api/v1/log/proof/consistency?from=0',
      '/api/v1/log/tile/0/000',
    ];
    for (let n = 0; n < 20; n++) await (await fetch(`${server.url}${paths[n % paths.length]}`)).text();
    for (const path of paths) {
      const refused = await fetch(`${server.url}${path}`);
      expect([path, refused.status]).toEqual([path, 429]);
      expect(refused.headers.get('retry-after')).toBe('30');
      expect(await refused.json()).toMatchObject({ type: 'urn:avowal:problem:too-many-requests' });
    }
    expect((await server.post(await server.submission())).status).toBe(201);
  });

  it('repeats an answer 200 times at once: it stays one record', async () => {
    const server = await startTestServer({ rateLimit: PLENTY });
    const submission = await server.submission();
    const answers = await Promise.all(Array.from({ length: 200 }, () => server.post(submission)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 200)).toHaveLength(199);
    expect(await records(server)).toHaveLength(1);
  });

  it('cannot take the place of a record that somebody else made, under any consent id', async () => {
    const server = await startTestServer();
    const mine = await server.submission();
    await server.post(mine);
    for (const edit of [{ consentId: randomUUID() }, { clientTime: '2020-01-01T00:00:00Z' }, { gpc: true }]) {
      expect((await server.post({ ...mine, ...edit })).status).toBe(409);
    }
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const answer = await fetch(`${server.url}/api/v1/consents`, { method, body: '{}' });
      expect([method, answer.status]).toEqual([method, 404]);
    }
    const { snapshot, ...answered } = mine;
    expect(await records(server)).toEqual([expect.objectContaining(answered)]);
  });

  it('cannot date a record: neither ahead nor back', async () => {
    const server = await startTestServer();
    const before = Date.now();
    for (const clientTime of ['9999-12-31T23:59:59Z', '1970-01-01T00:00:00Z']) {
      expect((await server.post(await server.submission({ clientTime }))).status).toBe(201);
    }
    for (const { receivedAt, validUntil } of await records(server)) {
      expect(Date.parse(String(receivedAt))).toBeGreaterThanOrEqual(before);
      expect(Date.parse(String(receivedAt))).toBeLessThanOrEqual(Date.now());
      expect(Date.parse(String(validUntil))).toBeLessThan(before + 400 * 86_400_000);
    }
  });

  it('cannot write into the log of the server, nor into its questions to the database', async () => {
    const server = await startTestServer({ rateLimit: PLENTY });
    const good = await server.submission();
    const attacks = [
      `'; DROP TABLE records; --`,
      '\n{"level":"info","event":"forged"}',
      '\u0000',
      '%00',
      '../..',
    ];
    for (const attack of attacks) {
      for (const field of Object.keys(good)) {
        const { status } = await server.post({ ...good, [field]: attack });
        expect([field, attack, status >= 400 && status < 500]).toEqual([field, attack, true]);
      }
      const asked = encodeURIComponent(attack);
      expect((await fetch(`${server.url}/api/v1/receipts/${asked}`)).status).toBe(404);
      const query = `/api/v1/sites/shop/records?consent=${asked}&before=${asked}`;
      expect((await server.open(query)).status).toBeLessThan(500);
    }
    for (const line of server.lines) {
      expect(line).not.toContain('\n');
      expect(JSON.parse(line)).toMatchObject({
        level: expect.any(String),
        event: expect.not.stringMatching('forged'),
      });
      expect(line).not.toContain('DROP TABLE');
    }
    expect((await server.post(good)).status).toBe(201);
    expect(await records(server)).toHaveLength(1);
  });

  it('is refused where bytes are no request, are two requests, or never end, and others are answered meanwhile', async () => {
    const server = await startTestServer();
    const head = 'POST /api/v1/consents HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
    expect(await sendRaw(server, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(
      await sendRaw(server, `${head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 400 /);
    expect(await sendRaw(server, `${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`)).toMatch(
      /^HTTP\/1\.1 400 /,
    );
    expect(await sendRaw(server, `${head}X: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    const waiting = Array.from({ length: 50 }, () => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => undefined);
      socket.write(`${head}Content-Length: 1000\r\n\r\n{`);
      return socket;
    });
    await Promise.all(waiting.map((socket) => socket.connecting && once(socket, 'connect')));
    expect((await server.post(await server.submission())).status).toBe(201);
    for (const socket of waiting) socket.destroy();
    expect(await records(server)).toHaveLength(1);
    expect(await isAlive(server)).toBe(true);
  });
});
