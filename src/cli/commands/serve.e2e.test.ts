import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL_CONFIG } from '../../knowledge/config/testing/small-config.ts';
import { type CliRun, runCli, startCli } from '../testing/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-serve-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => writeFileSync(join(folder, 'avowal.config.json'), JSON.stringify(SMALL_CONFIG)));

/** The first JSON object on standard output. */
async function startServing(...more: string[]): Promise<{ run: CliRun; url: string; adminUrl: string }> {
  const run = startCli(['serve', '--port', '0', '--json', ...more], folder);
  return { run, ...JSON.parse(await run.printed('\n}\n')) };
}

/** What the core sends after Reject all; hash and token come from the script that asked. */
const submission = (configHash: string, snapshot: string) => ({
  id: '7f0f6c1e-9a55-4f3e-8c11-2f6a3a1b0c01',
  site: 'example',
  consentId: '0c7d6c1e-9a55-4f3e-8c11-2f6a3a1b0c02',
  action: 'reject',
  layer: 'notice',
  regime: 'eu',
  locale: 'en',
  configHash,
  snapshot,
  gpc: false,
  clientTime: '2026-11-23T10:00:00.000Z',
  supersedes: null,
  purposes: { statistics: 'denied', commercial: 'denied' },
  services: {},
});

describe('avowal serve', () => {
  it('serves script and policy page, keeps records, stops at SIGTERM, and records shows what was kept', async () => {
    const { run, url } = await startServing();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const script = await (await fetch(`${url}/c/example.js`)).text();
    expect((await fetch(`${url}/p/example`)).status).toBe(200);
    const [, configHash = ''] = /"configHash":"([0-9a-f]{64})"/.exec(script) ?? [];
    const [, snapshot = ''] = /"snapshot":"([^"]+)"/.exec(script) ?? [];
    const body = submission(configHash, snapshot);
    const response = await fetch(`${url}/api/v1/consents`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'https://www.example.org' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(201);
    run.child.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);

    const exported = await runCli(['records', 'export'], folder);
    expect(JSON.parse(exported.stdout)).toMatchObject({
      id: body.id,
      action: 'reject',
      purposes: body.purposes,
    });
    const shown = await runCli(['records', 'show', body.consentId], folder);
    expect(shown).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/reject +commercial denied, statistics denied/),
    });
    const none = await runCli(['records', 'show', 'nobody'], folder);
    expect(none).toMatchObject({ code: 1, stdout: expect.stringContaining('has no record') });
    await runCli(['records', 'export', '-o', 'records.ndjson'], folder);
    expect(readFileSync(join(folder, 'records.ndjson'), 'utf8')).toBe(exported.stdout);
  });

  it('says what to open and what to put on the site', async () => {
    const unfinished = { ...SMALL_CONFIG, site: { ...SMALL_CONFIG.site, id: 'new', name: 'New' } };
    unfinished.site.controller = { ...SMALL_CONFIG.site.controller, name: 'CHANGE ME: who is responsible' };
    writeFileSync(join(folder, 'new.json'), JSON.stringify(unfinished));
    const files = ['-c', 'avowal.config.json', '-c', 'new.json'];
    const run = startCli(
      ['serve', '--port', '0', '--public-url', 'https://consent.example.org/', ...files],
      folder,
    );
    const text = await run.printed('Stop with Ctrl-C.');
    expect(text).toContain('<script src="https://consent.example.org/c/example.js"></script>');
    expect(text).toContain('https://consent.example.org/p/example');
    // Visitors would read it.
    expect(text).toMatch(/new\.json is not finished.*\n.*\n {2}site\.controller\.name {2}CHANGE ME/);
    expect(text).not.toContain('avowal.config.json is not finished');
    expect(text).toMatch(/Dashboard {2}http:\/\/localhost:\d+\/\?key=/);
    run.child.kill('SIGINT');
    expect((await run.ended).code).toBe(0);
  });

  it('ends with 3 where the port is in use, and with 2 where the configuration is missing', async () => {
    const other = createServer();
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
    const { port } = other.address() as AddressInfo;
    const taken = await runCli(['serve', '--port', `${port}`], folder);
    expect(taken).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(`PORT_IN_USE Port ${port} is in use.`),
    });
    other.close();
    const missing = await runCli(['serve', '--port', '0', '-c', 'none.json'], folder);
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('CONFIG_MISSING') });
  });
});
