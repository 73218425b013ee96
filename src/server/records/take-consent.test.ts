import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLogKeys } from '../log/log-keys.ts';
import { issueSnapshot } from '../snapshot/snapshot-token.ts';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const PLENTY = { burst: 100_000, perSecond: 100_000 };
const code = async (response: Response) => {
  const problem = (await response.json()) as { type: string; status: number; todo: string };
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(problem.status).toBe(response.status);
  expect(problem.todo).not.toBe('');
  return `${response.status} ${problem.type.replace('urn:avowal:problem:', '')}`;
};
describe('POST /api/v1/consents refuses', () => {
  it('what is not a submission, and lives on', async () => {
    const server = await startTestServer({ rateLimit: PLENTY });
    const good = await server.submission();
    const cases: [string, unknown, string][] = [
      ['no JSON', '{"id":', '400 malformed'],
      ['nothing', '', '400 malformed'],
      ['broken UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), '422 invalid-submission'],
      ['another type', '[]', '422 invalid-submission'],
      ['null', 'null', '422 invalid-submission'],
      ['17 KB', JSON.stringify({ ...good, extra: 'x'.repeat(17 * 1024) }), '413 too-large'],
      ['deep nesting', `${'['.repeat(8000)}${']'.repeat(8000)}`, '422 invalid-submission'],
      ['an unknown field', { ...good, ip: '192.0.2.1' }, '422 invalid-submission'],
      ['a missing field', { ...good, regime: undefined }, '422 invalid-submission'],
      ['a wrong type', { ...good, gpc: 'yes' }, '422 invalid-submission'],
      ['an array of answers', { ...good, purposes: ['analytics'] }, '422 invalid-submission'],
      ['an answer that is none', { ...good, purposes: { analytics: true } }, '422 invalid-submission'],
      ['SQL in an id', { ...good, id: "'; DROP TABLE records; --" }, '422 invalid-submission'],
      ['SQL in a consent id', { ...good, consentId: "x' OR '1'='1' -- aaaaaaaa" }, '422 invalid-submission'],
      ['markup in a locale', { ...good, locale: '<img src=x>' }, '422 invalid-submission'],
      [
        'a line break in a time',
        { ...good, clientTime: '2026-11-23T10:00:00Z\nforged' },
        '422 invalid-submission',
      ],
      [
        '__proto__ as a field',
        JSON.stringify(good).replace('{', '{"__proto__":{"id":"x"},'),
        '422 invalid-submission',
      ],
      [
        '__proto__ as a purpose',
        JSON.stringify(good).replace('"purposes":{', '"purposes":{"__proto__":"granted",'),
        '422 invalid-submission',
      ],
      [
        'constructor as a purpose',
        { ...good, purposes: { ...good.purposes, constructor: 'granted' } },
        '422 contradictory',
      ],
      [
        '300 purposes',
        {
          ...good,
          purposes: Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`p${n}`, 'granted'])),
        },
        '422 invalid-submission',
      ],
    ];
    for (const [name, body, expected] of cases)
      expect([name, await code(await server.post(body))]).toEqual([name, expected]);
    expect((await server.post(good)).status).toBe(201);
    expect(({} as Record<string, unknown>).id).toBeUndefined();
  });

  it('a body of another content type, which a foreign page could send without asking first', async () => {
    const server = await startTestServer();
    const good = await server.submission();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json; charset=utf-16',
      '',
    ]) {
      expect(await code(await server.post(good, { 'content-type': type }))).toBe('415 wrong-content-type');
    }
    expect((await server.post(good, { 'content-type': 'application/json; charset=UTF-8' })).status).toBe(201);
  });

  it('17 KB that arrive in chunks without a length', async () => {
    const server = await startTestServer();
    const body = new ReadableStream({
      start(controller) {
        for (let chunk = 0; chunk < 17; chunk++)
          controller.enqueue(new TextEncoder().encode(' '.repeat(1024)));
        controller.close();
      },
    });
    const response = await fetch(`${server.url}/api/v1/consents`, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
    } as RequestInit);
    expect(await code(response)).toBe('413 too-large');
  });

  it('a body that ends early, which is no fault of the server', async () => {
    const server = await startTestServer();
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      'POST /api/v1/consents HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"id":',
      () => socket.destroy(),
    );
    const refusals = () => server.lines.filter((line) => line.includes('malformed'));
    await expect.poll(refusals).toHaveLength(1);
    expect(server.lines.filter((line) => line.includes('"error"'))).toEqual([]);
    expect((await server.post(await server.submission())).status).toBe(201);
  });

  it('a forged, a missing and a foreign origin', async () => {
    const server = await startTestServer();
    const good = await server.submission();
    for (const origin of ['https://evil.example', 'null', 'https://shop.example.evil.example']) {
      const response = await server.post(good, { origin });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(await code(response)).toBe('403 origin-refused');
    }
    const { origin, ...none } = { origin: '', 'content-type': 'application/json' };
    const bare = await fetch(`${server.url}/api/v1/consents`, {
      method: 'POST',
      body: JSON.stringify(good),
      headers: none,
    });
    expect(await code(bare)).toBe('403 origin-refused');
    expect((await server.post(good, { origin: new URL(server.url).origin })).status).toBe(201);
  });

  it('an unknown site and an unknown configuration', async () => {
    const server = await startTestServer();
    expect(await code(await server.post(await server.submission({ site: 'other' })))).toBe(
      '404 unknown-site',
    );
    // Signed, as if an operator had taken an old database back: what it names is not kept here.
    const facts = { site: 'shop', configHash: '0'.repeat(64), uiRevision: '0'.repeat(12) };
    const { secret } = loadLogKeys(server.dataDir);
    const snapshot = issueSnapshot({ ...facts, issuedOn: '2026-11-24' }, secret);
    const { configHash } = facts;
    expect(await code(await server.post({ ...(await server.submission({ configHash })), snapshot }))).toBe(
      '409 unknown-configuration',
    );
  });

  it('PRF-004: an answer to a script that this server did not issue', async () => {
    const server = await startTestServer({ rateLimit: PLENTY });
    const other = await startTestServer({ config: { ...fixtureConfig(), locales: ['en'] } });
    const good = await server.submission();
    const theirs = await other.submission();
    const [day = '', revision = '', signature = ''] = String(good.snapshot).split('.');
    for (const [what, submission] of Object.entries({
      'another configuration': { ...good, configHash: theirs.configHash },
      'another server': { ...good, snapshot: theirs.snapshot },
      'another day': { ...good, snapshot: `2020-01-01.${revision}.${signature}` },
      'other texts': { ...good, snapshot: `${day}.${'0'.repeat(12)}.${signature}` },
      'made up': { ...good, snapshot: `${day}.${revision}.${'A'.repeat(22)}` },
    }))
      expect([what, await code(await server.post(submission))]).toEqual([what, '403 snapshot-forged']);
    for (const snapshot of [undefined, null, '', 1, {}, '../../x', 'x'.repeat(5000)])
      expect(await code(await server.post({ ...good, snapshot }))).toBe('422 invalid-submission');
    expect((await fetch(`${server.url}/api/v1/receipts/${good.id}`)).status).toBe(404);
    expect((await server.post(good)).status).toBe(201);
  });

  it('a record that would claim what its action does not say', async () => {
    const server = await startTestServer({ rateLimit: PLENTY });
    const cases: [string, Parameters<TestServer['submission']>[0]][] = [
      ['accept without a purpose', { purposes: { analytics: 'granted' } }],
      ['accept with a no', { purposes: { analytics: 'granted', marketing: 'denied' } }],
      ['accept with a service denied', { services: { video: 'denied' } }],
      ['reject with a yes', { action: 'reject' }],
      [
        'withdraw with a service granted',
        {
          action: 'withdraw',
          purposes: { analytics: 'denied', marketing: 'denied' },
          services: { video: 'granted' },
        },
      ],
      [
        'a purpose nobody was asked about',
        { purposes: { analytics: 'granted', marketing: 'granted', spying: 'granted' } },
      ],
      ['a service that does not exist', { services: { spy: 'granted' } }],
      ['a required purpose denied', { action: 'save', purposes: { necessary: 'denied' } }],
      ['a locale that was never shown', { locale: 'fr' }],
      ['a regime that does not apply', { regime: 'us-ca' }],
      [
        'GPC that was not sent',
        { action: 'gpc', layer: 'signal', purposes: { analytics: 'denied', marketing: 'denied' } },
      ],
      ['a click reported as a signal', { layer: 'signal' }],
    ];
    for (const [name, edit] of cases) {
      expect([name, await code(await server.post(await server.submission(edit)))]).toEqual([
        name,
        '422 contradictory',
      ]);
    }
    const itself = randomUUID();
    expect(await code(await server.post(await server.submission({ id: itself, supersedes: itself })))).toBe(
      '422 contradictory',
    );
  });

  it('most of 1,000 quick requests from one address, whatever they claim in X-Forwarded-For', async () => {
    const server = await startTestServer();
    const good = await server.submission();
    const statuses = await Promise.all(
      Array.from({ length: 1000 }, async (_, n) => {
        const response = await server.post(
          { ...good, id: randomUUID() },
          { 'x-forwarded-for': `10.0.${n >> 8}.${n & 255}` },
        );
        await response.arrayBuffer();
        if (response.status === 429) expect(response.headers.get('retry-after')).toBe('30');
        return response.status;
      }),
    );
    const taken = statuses.filter((status) => status === 201).length;
    expect(taken).toBeGreaterThanOrEqual(120);
    expect(taken).toBeLessThan(180);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1000 - taken);
    const { days } = await (await server.open('/api/v1/sites/shop/statistics')).json();
    expect(days.at(-1).total).toBe(taken);
  }, 30_000);

  it('random JSON, always with a reason and never with a crash', async () => {
    const server = await startTestServer({ rateLimit: PLENTY });
    const good = await server.submission();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(good)),
        fc.jsonValue({ maxDepth: 3 }),
        async (field, value) => {
          fc.pre(JSON.stringify(value) !== JSON.stringify(good[field as keyof typeof good]));
          const response = await server.post({ ...good, id: randomUUID(), [field]: value });
          expect(response.status === 201 || (response.status >= 400 && response.status < 500)).toBe(true);
          await response.arrayBuffer();
        },
      ),
      { numRuns: 150 },
    );
  });

  it('everything with 503, not 201, while the store fails; the same submission is taken afterwards', async () => {
    const server = await startTestServer();
    const submission = await server.submission();
    const other = new DatabaseSync(join(server.dataDir, 'avowal.db'), { timeout: 5000 });
    other.exec("CREATE TRIGGER full BEFORE INSERT ON records BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    const failed = await server.post(submission);
    expect(failed.headers.get('retry-after')).toBe('5');
    expect(failed.headers.get('access-control-allow-origin')).toBe('https://www.shop.example');
    expect(await code(failed)).toBe('503 store-unavailable');
    expect((await fetch(`${server.url}/api/v1/receipts/${submission.id}`)).status).toBe(404);
    other.exec('DROP TRIGGER full');
    other.close();
    expect((await server.post(submission)).status).toBe(201);
    expect(server.lines.some((line) => line.includes('disk full'))).toBe(true);
  });
});
