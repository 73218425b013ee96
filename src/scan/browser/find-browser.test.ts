import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-browser-'));
const program = (name: string) => {
  const file = join(folder, name);
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
};
const before = process.env.AVOWAL_BROWSER;
afterEach(() => {
  if (before === undefined) delete process.env.AVOWAL_BROWSER;
  else process.env.AVOWAL_BROWSER = before;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('findBrowser', () => {
  it('takes the one that is named before the one of the environment', () => {
    process.env.AVOWAL_BROWSER = program('of-environment');
    const named = program('named');
    expect(findBrowser(named)?.executablePath).toBe(named);
    expect(findBrowser()?.executablePath).toBe(join(folder, 'of-environment'));
  });

  it('takes no other where the one that is named does not exist', () => {
    expect(() => findBrowser(join(folder, 'missing'))).toThrow('did not start: no such program');
    process.env.AVOWAL_BROWSER = join(folder, 'missing');
    expect(() => findBrowser()).toThrow('did not start: no such program');
  });

  it('knows a headless shell by its name', () => {
    expect(findBrowser(program('chrome-headless-shell'))?.headlessShell).toBe(true);
    expect(findBrowser(program('google-chrome'))?.headlessShell).toBe(false);
  });

  it('finds the browser of this machine', () => {
    delete process.env.AVOWAL_BROWSER;
    expect(findBrowser()?.name).toMatch(/chrom|edge/i);
  });
});
