import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from './testing/postgres-cluster.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { readCoreConfig, startTestServer } from './testing/test-server.ts';

/** A program that stands before the server, with the lines that are shipped for it. */
interface Proxy {
  readonly file: string;
  /** Undefined where it is not installed. */
  readonly program: string | undefined;
  /** Makes a configuration of the shipped lines, and says how the program takes it. */
  prepare(lines: string, at: { folder: string; port: number; backend: string }): readonly string[];
}

const installed = (flag: string, ...paths: readonly string[]) =>
  paths.find((path) => spawnSync(path, [flag]).status === 0);

/** Puts in what must differ in a test; what is not there to be replaced would not be what is shipped. */
function replaced(lines: string, from: string, to: string): string {
  expect(lines).toContain(from);
  return lines.replace(from, to);
}

const NGINX: Proxy = {
  file: 'nginx.conf',
  program: installed('-v', '/usr/sbin/nginx', 'nginx'),
  prepare: (lines, { folder, port, backend }) => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder};`,
    );
    const file = join(folder, 'nginx.conf');
    writeFileSync(
      file,
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
       events {}
       http { access_log off; ${temporary.join(' ')}
         server { listen 127.0.0.1:${port}; server_name shop.example; ${replaced(lines, 'http://127.0.0.1:8080', backend)} } }`,
    );
    return ['-p', folder, '-e', `${folder}/error.log`, '-c', file];
  },
};

const CADDY: Proxy = {
  file: 'Caddyfile',
  program: installed('version', 'caddy'),
  prepare: (lines, { folder, port, backend }) => {
    const file = join(folder, 'Caddyfile');
    // Plain HTTP at a port of this machine: nobody signs a certificate for shop.example here.
    const here = replaced(lines, 'shop.example {', `http://127.0.0.1:${port} {`);
    writeFileSync(
      file,
      `{\n\tadmin off\n\tstorage file_system ${folder}\n}\n${replaced(here, 'avowal:8080', backend.slice(7))}`,
    );
    return ['run', '--adapter', 'caddyfile', '--config', file];
  },
};

async function startProxy({ file, program = '', prepare }: Proxy, backend: string): Promise<string> {
  const folder = temporaryFolder();
  const port = await freePort();
  const lines = readFileSync(new URL(`../../deploy/${file}`, import.meta.url), 'utf8');
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
  const child = spawn(program, prepare(lines, { folder, port, backend }), { env, stdio: 'ignore' });
  onTestFinished(async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  });
  const url = `http://127.0.0.1:${port}`;
  const status = () =>
    fetch(`${url}/_avowal/healthz`).then(
      (response) => response.status,
      () => 0,
    );
  await expect.poll(status, { timeout: 20_000 }).toBe(200);
  return url;
}

describe.each([NGINX, CADDY])('On the site’s own host, behind $file', (proxy) => {
  const skipped = proxy.program ? '' : ` (skipped: what takes ${proxy.file} is not installed)`;

  it.skipIf(!proxy.program)(
    `scripts, policy page, intake and proofs are reached below /_avowal, and the address of the sender counts${skipped}`,
    async () => {
      const server = await startTestServer({
        publicUrl: '/_avowal',
        trustedProxies: 1,
        rateLimit: { burst: 2, perSecond: 0 },
      });
      const url = await startProxy(proxy, server.url.replace('localhost', '127.0.0.1'));
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
      // Made up by the sender: the proxy puts the true address behind it, or in its place.
      expect([(await send('198.51.100.2')).status, (await send('198.51.100.3')).status]).toEqual([201, 429]);
    },
  );
});
