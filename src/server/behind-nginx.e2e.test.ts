import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { readCoreConfig, startTestServer } from './testing/test-server.ts';

const nginx = ['/usr/sbin/nginx', 'nginx'].find((path) => spawnSync(path, ['-v']).status === 0);
const skipped = nginx ? '' : ' (skipped: nginx is not installed)';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** nginx with the lines of `deploy/nginx.conf` in front of a server. */
async function startNginx(backend: string): Promise<string> {
  const folder = temporaryFolder();
  const port = await freePort();
  const lines = readFileSync(new URL('../../deploy/nginx.conf', import.meta.url), 'utf8');
  const location = lines.replace('http://127.0.0.1:8080', backend);
  expect(location).not.toBe(lines);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
     events {}
     http { access_log off; ${temporary.join(' ')}
       server { listen 127.0.0.1:${port}; server_name shop.example; ${location} } }`,
  );
  const child: ChildProcess = spawn(nginx ?? '', [
    '-p',
    folder,
    '-e',
    `${folder}/error.log`,
    '-c',
    join(folder, 'nginx.conf'),
  ]);
  onTestFinished(async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  });
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(`${url}/_avowal/healthz`).then(
          (r) => r.status,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBe(200);
  return url;
}

describe.skipIf(!nginx)(`On the site’s own host, behind nginx as deploy/nginx.conf has it${skipped}`, () => {
  it('scripts, policy page, intake and proofs are reached below /_avowal, and the address of the sender counts', async () => {
    const server = await startTestServer({
      publicUrl: '/_avowal',
      trustedProxies: 1,
      rateLimit: { burst: 2, perSecond: 0 },
    });
    const url = await startNginx(server.url);
    const config = readCoreConfig(await (await fetch(`${url}/_avowal/c/shop.js`)).text());
    expect(config.server).toBe('/_avowal');
    expect((await fetch(`${url}/_avowal/p/shop`)).status).toBe(200);
    const good = await server.submission();
    const send = (forwarded: string) =>
      fetch(`${url}/_avowal/api/v1/consents`, {
        method: 'POST',
        body: JSON.stringify({ ...good, id: crypto.randomUUID() }),
        headers: {
          'content-type': 'application/json',
          origin: 'https://shop.example',
          'x-forwarded-for': forwarded,
        },
      });
    const first = await send('198.51.100.1');
    expect(first.status).toBe(201);
    expect(first.headers.get('set-cookie')).toMatch(/^avowal=.*Domain=shop\.example/);
    const { id } = await first.json();
    expect((await fetch(`${url}/_avowal/api/v1/receipts/${id}`)).status).toBe(200);
    // Made up by the sender: nginx puts the true address behind it.
    expect([(await send('198.51.100.2')).status, (await send('198.51.100.3')).status]).toEqual([201, 429]);
  });
});
