import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_CONFIG } from '../../client/testing/test-site.ts';
import { launchChromium } from '../../scan/testing/launch-chromium.ts';
import { runCli, startCli } from '../testing/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-build-'));
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const inFolder = (...args: string[]) => runCli(['build', ...args], folder);

let browser: Browser;
beforeAll(async () => {
  writeFileSync(join(folder, 'avowal.config.json'), JSON.stringify(TEST_CONFIG));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

describe('avowal build', () => {
  it('writes scripts, policy and snippet, and says that no records are kept', async () => {
    const { code, stdout, stderr } = await inFolder('--out', 'public');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('No records are kept: there is no server.');
    const snippet = read('public/snippet.html');
    expect(snippet).toMatch(
      /^<script>\{const AVOWAL_PRELOAD=.*\{const AVOWAL_GUARD=.*<\/script><script src="\/c\/test\.js"><\/script>\n$/s,
    );
    const [, preloaded] = /AVOWAL_PRELOAD=\["(.+?)"/.exec(snippet) ?? [];
    expect(read(`public${preloaded}.de.js`)).toContain('AVOWAL_NOTICE');
    expect(read('public/p/test/index.html')).toContain('<script src="/c/test.js"></script>');
    expect(read('public/p/test/de.md')).toContain('Statistik');
    expect(JSON.parse(read('public/c/test.json'))).toMatchObject({ site: 'test', server: '' });
  });

  it('names the server that keeps records, and signs the copies with its secret where that is here', async () => {
    const { stdout } = await inFolder(
      '--out',
      'with-server',
      '--server',
      'https://consent.example.org/',
      '--data',
      'data-of-the-server',
      '--json',
    );
    expect(read('with-server/c/test.js')).toMatch(/"snapshot":"\d{4}-\d\d-\d\d\.\w{12}\.[\w-]{22}"/);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ site: 'test', records: true });
    expect(result.snippet).toMatch(/<script src="https:\/\/consent\.example\.org\/c\/test\.js"><\/script>$/);
    for (const file of result.files) expect(read(file)).not.toBe('');
  });

  it('PRF-004: lets a running server sign the copies, and takes no other configuration or no server for one', async () => {
    const started = startCli(['serve', '--port', '0', '--json', '--data', 'served'], folder);
    const { url } = JSON.parse(await started.printed('\n}\n'));
    expect(await inFolder('--out', 'signed', '--server', url, '--inline')).toMatchObject({ code: 0 });
    const served = await (await fetch(`${url}/c/test.js`)).text();
    expect(read('signed/c/test.js')).toBe(served);

    const otherName = url.replace('localhost', '127.0.0.1');
    expect(await inFolder('--out', 'x', '--server', otherName)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(`it calls itself ${url}: build with that address`),
    });
    const other = { ...TEST_CONFIG, locales: ['de'] };
    writeFileSync(join(folder, 'other.json'), JSON.stringify(other));
    const refused = await inFolder('--out', 'x', '--server', url, '--config', 'other.json');
    expect(refused).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('serves another configuration'),
    });
    started.child.kill('SIGTERM');
    await started.ended;
    const dead = await inFolder('--out', 'x', '--server', url);
    expect(dead).toMatchObject({ code: 3, stderr: expect.stringContaining('SERVER_UNREACHABLE') });
  });

  it.each([
    [['--out', 'x', '--base', 'shop'], 'USAGE --base is "shop": write a path such as /shop'],
    [['--out', 'x', '--base', '//evil.test'], 'USAGE --base is "//evil.test"'],
    [['--out', 'x', '--server', 'ftp://a.test'], 'USAGE --server is "ftp://a.test"'],
    [['--out', 'x', '--base', '/"><script>'], 'USAGE --base is'],
    [[], "USAGE Required option '-o, --out <DIR>' not specified"],
    [['--out', 'x', '-c', 'none.json'], 'CONFIG_MISSING'],
  ])('ends with 2 and says what to do: %j', async (args, message) => {
    const { code, stderr } = await inFolder(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('ends with 3 where it cannot write', async () => {
    expect(await inFolder('--out', 'avowal.config.json')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('WRITE_FAILED'),
    });
  });

  it('ENG-003 LAW-BLOCK-002 makes a site without any server work, under a policy that names the hash of the core', async () => {
    const { code, stdout } = await inFolder('--out', 'inline', '--inline', '--base', '/files', '--json');
    expect(code).toBe(0);
    const { hash, snippet } = JSON.parse(stdout);
    const reached: string[] = [];
    const server = createServer((request, response) => {
      const { host = '', pathname } = new URL(request.url ?? '/', `http://${request.headers.host}`);
      if (host.startsWith('stats.')) {
        reached.push(pathname);
        response.setHeader('content-type', 'text/javascript');
        response.end('window.ran = true');
      } else if (pathname.startsWith('/files/')) {
        response.setHeader('content-type', 'text/javascript');
        try {
          response.end(read(`inline/${pathname.slice('/files/'.length)}`));
        } catch {
          response.writeHead(404).end();
        }
      } else {
        response.setHeader('content-type', 'text/html');
        response.setHeader(
          'content-security-policy',
          `script-src ${hash} 'strict-dynamic'; object-src 'none'`,
        );
        response.end(`<!doctype html><html lang="en"><head><meta charset="utf-8">${snippet}</head><body>
          <script type="text/plain" data-avowal="stats" data-avowal-src="http://stats.${host}/count.js"></script></body></html>`);
      }
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`http://site.localhost:${(server.address() as AddressInfo).port}/`);
    await page.locator('avowal-notice [data-avowal-action=accept]').waitFor();
    expect(reached).toEqual([]);
    await page.locator('avowal-notice [data-avowal-action=accept]').click();
    await expect.poll(() => page.evaluate('window.ran')).toBe(true);
    // Nothing waits for a server that there is not.
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.reload();
    await expect.poll(() => page.evaluate('window.ran')).toBe(true);
    expect(await page.locator('avowal-notice').count()).toBe(0);
    expect(complaints).toEqual([]);
    server.close();
    server.closeAllConnections();
  });
});
