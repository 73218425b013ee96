import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startServer } from './start-server.ts';
import { FIXTURE_BUNDLES } from './testing/fixture-bundles.ts';
import { fixtureConfig } from './testing/fixture-config.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { readCoreConfig, startTestServer } from './testing/test-server.ts';

const silent = () => undefined;

describe('A server', () => {
  it('says which port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startTestServer({ port })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: `Port ${port} is in use.`,
    });
    other.close();
  });

  it('answers at its path on the site’s own host, whether or not the proxy takes that path away', async () => {
    const server = await startTestServer({ publicUrl: '/_avowal/' });
    for (const path of ['/_avowal/c/shop.js', '/c/shop.js']) {
      const script = await (await fetch(server.url + path)).text();
      expect(readCoreConfig(script).server).toBe('/_avowal');
    }
    expect(await (await server.open('/sites/shop')).text()).toContain(
      '&lt;script src=&quot;/_avowal/c/shop.js&quot;',
    );
  });

  it('says why it cannot listen at an address', async () => {
    await expect(startTestServer({ host: '192.0.2.1' })).rejects.toMatchObject({ code: 'LISTEN_FAILED' });
  });

  it('answers a request that names a strange host, and lives on', async () => {
    const server = await startTestServer();
    for (const host of ['<script>', 'a b', '[', 'x'.repeat(5000), '']) {
      const status = await new Promise((resolve, reject) => {
        const asking = request(server.url, { headers: { host }, setHost: false });
        asking
          .on('response', (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
      });
      expect([400, 401, 431]).toContain(status);
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('does not start with a configuration that is missing or broken, and leaves no port taken', async () => {
    const missing = { configFiles: ['/nowhere/avowal.config.json'] };
    await expect(startTestServer(missing)).rejects.toMatchObject({ code: 'CONFIG_MISSING' });
    const file = join(temporaryFolder(), 'avowal.config.json');
    writeFileSync(file, '{');
    await expect(startTestServer({ configFiles: [file] })).rejects.toMatchObject({ code: 'CONFIG_SYNTAX' });
  });

  it('says so when its folder cannot be written', async () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    await expect(startTestServer({ dataDir: join(file, 'data') })).rejects.toMatchObject({
      code: 'WRITE_FAILED',
    });
  });

  it('refuses two sites with one id', async () => {
    const files = ['one', 'two'].map((name) => join(temporaryFolder(), `${name}.json`));
    for (const file of files) writeFileSync(file, JSON.stringify(fixtureConfig()));
    await expect(startTestServer({ configFiles: files })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  it('keeps records and access key over a restart', async () => {
    const first = await startTestServer();
    const submission = await first.submission();
    await first.post(submission);
    await first.close();
    const second = await startTestServer({ dataDir: first.dataDir, publicUrl: first.url });
    expect(new URL(second.adminUrl).search).toBe(new URL(first.adminUrl).search);
    const found = await (await fetch(`${second.url}/api/v1/receipts/${submission.id}`)).json();
    expect(found).toMatchObject({ schema: 'avowal/receipt@1', record: { id: submission.id } });
    // The page that was open all the time sends with what it was built with.
    expect((await second.post({ ...submission, id: crypto.randomUUID() })).status).toBe(201);
  });

  it('answers a request that is under way when it stops, and takes no new one', async () => {
    const server = await startTestServer();
    const submission = await server.submission();
    const body = JSON.stringify(submission);
    const sending = request(`${server.url}/api/v1/consents`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: 'https://shop.example',
        'content-length': Buffer.byteLength(body),
        expect: '100-continue',
      },
    });
    const response = once(sending, 'response');
    await once(sending, 'continue');
    sending.write(body.slice(0, 50));
    const closed = server.close();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    sending.end(body.slice(50));
    const [answer] = (await response) as [IncomingMessage];
    expect(answer.resume().statusCode).toBe(201);
    await closed;
    const again = await startTestServer({ dataDir: server.dataDir });
    expect((await fetch(`${again.url}/api/v1/receipts/${submission.id}`)).status).toBe(200);
  });

  it('may stop twice in a row of starts in one process', async () => {
    const options = {
      configFiles: [],
      dataDir: temporaryFolder(),
      port: 0,
      bundles: FIXTURE_BUNDLES,
      log: silent,
    };
    for (let round = 0; round < 3; round++) await (await startServer(options)).close();
  });
});
