import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inventoryOf, seenService, seenTracker } from '../../knowledge/config/testing/inventory.ts';
import type { Config } from '../../model/config.ts';
import { runCli } from '../testing/run-cli.ts';

const INVENTORY = inventoryOf(
  [
    seenTracker({
      name: '_pk_id.*',
      kind: 'js-cookie',
      lifetimeSeconds: 33_955_200,
      purpose: 'analytics',
      service: 'matomo',
      classification: { source: 'tracker', confidence: 1, needsReview: false },
    }),
    seenTracker({ name: '\u001b[31m<script>=1+1' }),
  ],
  [seenService('matomo')],
);

let folder = '';
const file = () => join(folder, 'avowal.config.json');
const readConfig = () => JSON.parse(readFileSync(file(), 'utf8')) as Config;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'avowal-init-'));
  mkdirSync(join(folder, 'avowal-scan'));
  writeFileSync(join(folder, 'avowal-scan', 'inventory.json'), JSON.stringify(INVENTORY));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('avowal init', () => {
  it('makes a configuration, says what it holds and what a person must look at', async () => {
    const { code, stdout } = await runCli(['init'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('Added (3)');
    expect(stdout).toMatch(/For you to look at \(3\)\n {2}site\.controller\.name/);
    expect(stdout).toContain('Written: avowal.config.json.');
    expect(readConfig()).toMatchObject({
      site: { domains: ['example.org'] },
      services: [{ id: 'matomo' }],
    });
  });

  it('prints the name that a site chose without obeying it', async () => {
    const { stdout } = await runCli(['init'], folder);
    expect(stdout).toContain('\\u001b[31m<script>=1+1');
    expect(stdout).not.toContain('\u001b');
  });

  it('changes nothing the second time', async () => {
    await runCli(['init'], folder);
    const first = readFileSync(file(), 'utf8');
    const { code, stdout } = await runCli(['init'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('avowal.config.json is up to date.');
    expect(readFileSync(file(), 'utf8')).toBe(first);
  });

  it('keeps what a person edited, and reports what was measured otherwise', async () => {
    await runCli(['init'], folder);
    const config = readConfig();
    const trackers = config.trackers.map((tracker) => ({
      ...tracker,
      lifetimeSeconds: 60,
      description: 'Mine',
    }));
    writeFileSync(file(), JSON.stringify({ ...config, trackers }));
    const { stdout } = await runCli(['init'], folder);
    expect(readConfig().trackers).toEqual(trackers);
    expect(stdout).toContain('_pk_id.*: declared 1 minute, measured 13 months');
  });

  it('writes nothing with --dry-run', async () => {
    const { code, stdout } = await runCli(['init', '--dry-run'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('would be written; nothing was.');
    expect(existsSync(file())).toBe(false);
  });

  it('prints changes and open points as JSON', async () => {
    const { stdout } = await runCli(['init', '--json'], folder);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ file: 'avowal.config.json', isNew: true, hasChanged: true });
    expect(result.changes).toHaveLength(3);
  });

  it('leaves a configuration that it cannot read as it is', async () => {
    writeFileSync(file(), '{ broken');
    expect(await runCli(['init'], folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('CONFIG_SYNTAX'),
    });
    expect(readFileSync(file(), 'utf8')).toBe('{ broken');
  });

  it('refuses what is no inventory', async () => {
    writeFileSync(join(folder, 'avowal-scan', 'inventory.json'), '{"schema": "other"}');
    expect(await runCli(['init'], folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('INVENTORY_INVALID'),
    });
  });
});
