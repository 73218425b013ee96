import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
let server: ChildProcess | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'avowal-package-'));
  // Packed from a copy: building begins with an empty dist, which other tests are using.
  const source = join(folder, 'source');
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' });
  for (const file of tracked.trim().split('\n').filter(existsSync)) cpSync(file, join(source, file));
  symlinkSync(resolve('node_modules'), join(source, 'node_modules'));
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: source,
    encoding: 'utf8',
  });
  // npm 11 prints a list, npm 12 an object by package name; what the build prints comes before either.
  const file = /"filename":\s*"([^"]+)"/.exec(packed)?.[1] as string;
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, file)], {
    cwd: folder,
  });
}, 300_000);
afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const avowal = (...args: string[]) =>
  spawnSync(join(folder, 'node_modules/.bin/avowal'), args, { cwd: folder, encoding: 'utf8' });
const readJson = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

describe('the published package', () => {
  it('explains itself', () => {
    const { status, stdout } = avowal('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/scan[\s\S]*init[\s\S]*serve/);
  });

  it('scans, makes a configuration and serves it', async () => {
    const site = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'PHPSESSID=1; HttpOnly' });
      response.end('<!doctype html><html lang="en"><title>Small</title><p>x</p></html>');
    });
    await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
    const { port } = site.address() as AddressInfo;
    // Not spawnSync: the site answers from this process.
    const run = (...args: string[]) =>
      new Promise<number | null>((done) => {
        spawn(join(folder, 'node_modules/.bin/avowal'), args, { cwd: folder, stdio: 'ignore' }).on(
          'exit',
          done,
        );
      });
    expect(await run('scan', `http://localhost:${port}/`, '--allow-private', '--out', 'scan')).toBe(0);
    site.close();
    expect(readJson('scan/inventory.json').trackers).toMatchObject([
      { name: 'PHPSESSID', kind: 'http-cookie' },
    ]);

    expect(await run('init', 'scan/inventory.json')).toBe(0);
    expect(readJson('avowal.config.json').trackers).toMatchObject([{ name: 'PHPSESSID' }]);

    server = spawn(join(folder, 'node_modules/.bin/avowal'), ['serve', '--port', '0', '--data', 'data'], {
      cwd: folder,
    });
    const printed = await new Promise<string>((found) => {
      let text = '';
      server?.stdout?.on('data', (chunk: Buffer) => {
        text += chunk;
        if (/http:\/\/\S+key=/.test(text)) found(text);
      });
    });
    const origin = new URL(/http:\/\/\S+key=\S+/.exec(printed)?.[0] ?? '').origin;
    const { id } = readJson('avowal.config.json').site;
    for (const path of [`/c/${id}.js`, `/p/${id}`, '/healthz']) {
      expect((await fetch(origin + path)).status).toBe(200);
    }
  }, 120_000);

  describe('imported by a site', () => {
    beforeAll(() => {
      cpSync('scripts/testing/consumer.tsx', join(folder, 'consumer.tsx'));
      mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
      for (const name of ['react', '@types/react', 'csstype', 'vue', '@vue']) {
        symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
      }
    });

    it.each([
      ['bundler', 'esnext'],
      ['nodenext', 'nodenext'],
    ])('has types for a compiler that resolves as "%s"', (moduleResolution, module) => {
      const options = { module, moduleResolution, jsx: 'react-jsx', strict: true, noEmit: true, types: [] };
      const file = { compilerOptions: { ...options, target: 'es2023' }, files: ['consumer.tsx'] };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(file));
      const { stdout, status } = spawnSync(resolve('node_modules/.bin/tsc'), ['-p', folder], {
        encoding: 'utf8',
      });
      expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
    });

    it.each(['avowal', 'avowal/react', 'avowal/next', 'avowal/vue', 'avowal/svelte', 'avowal/rewrite'])(
      'loads on a server: %s',
      (name) => {
        const script = `console.log(Object.keys(await import('${name}')).length > 0)`;
        const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
          cwd: folder,
          encoding: 'utf8',
        });
        expect({ stdout, stderr }).toEqual({ stdout: 'true\n', stderr: '' });
      },
    );

    it('brings no framework along', () => {
      const { dependencies, peerDependenciesMeta } = readJson('node_modules/avowal/package.json');
      expect(Object.keys(dependencies).filter((name) => /react|vue|svelte|next/.test(name))).toEqual([]);
      expect(peerDependenciesMeta).toEqual({ react: { optional: true }, vue: { optional: true } });
    });
  });

  it('tells an old Node in one line what to do', () => {
    const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.20.2"})';
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['--import', old, 'bin/avowal.js', '--help'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'Avowal needs Node 24.15 or newer, and this is Node 20.20.2. Install it from https://nodejs.org/en/download, then run the command again.\n',
    );
  });

  it('says what a clone without a build lacks', () => {
    const bin = join(folder, 'unbuilt/bin/avowal.js');
    cpSync('bin/avowal.js', bin);
    writeFileSync(join(folder, 'unbuilt/package.json'), '{"type":"module"}');
    const { status, stderr } = spawnSync(process.execPath, [bin, '--help'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Avowal is not complete here: .*\n.*run "npm ci && npm run build" first/);
    expect(stderr).not.toContain('    at ');
  });
});
