import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Inventory } from '../../model/inventory.ts';
import { reporters } from '../../scan/reporters/index.ts';
import { runCli, startCli } from '../testing/run-cli.ts';
import { type SmallSite, startSmallSite } from '../testing/start-small-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-scan-'));
afterAll(() => rmSync(folder, { recursive: true }));
let site: SmallSite | undefined;
afterEach(() => site?.close());

const readInventory = (dir: string) =>
  JSON.parse(readFileSync(join(folder, dir, 'inventory.json'), 'utf8')) as Inventory;

describe('avowal scan', () => {
  it('scans a site, prints a summary and names what it has written', async () => {
    site = await startSmallSite();
    const args = [
      'scan',
      site.url,
      '--allow-private',
      '--max-pages',
      '2',
      '--scenarios',
      'none',
      '--out',
      'small',
    ];
    const { code, stdout, stderr } = await runCli(args, folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/2 pages, 3 trackers/);
    expect(stdout).toMatch(
      /Necessary \(1\)\n {2}PHPSESSID +http-cookie +127\.0\.0\.1 +until the browser is closed/,
    );
    expect(stdout).toMatch(/Analytics \(1\)\n {2}_pk_id\.\* +js-cookie/);
    expect(stdout).toMatch(/Needs review.*\(1\)\n {2}strange/);
    for (const { file } of reporters) {
      expect(stdout).toContain(join('small', file));
      expect(existsSync(join(folder, 'small', file))).toBe(true);
    }
    expect(stdout).toContain('avowal init small');
  });

  it('prints nothing but the inventory with --json, also where the address follows it', async () => {
    site = await startSmallSite();
    const args = ['scan', '--allow-private', '--max-pages', '1', '--scenarios', 'none', '--json', site.url];
    const { code, stdout } = await runCli(args, folder);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'avowal/inventory@1', complete: true });
  });

  it('keeps what it has at the first Ctrl-C, says how to go on, and goes on', async () => {
    site = await startSmallSite(300);
    const args = ['scan', site.url, '--allow-private', '--scenarios', 'none', '--out', 'stopped'];
    const run = startCli(args, folder);
    while (site.visits.length < 3) await new Promise((wait) => setTimeout(wait, 20));
    run.child.kill('SIGINT');
    const stopped = await run.ended;
    expect(stopped.code).toBe(3);
    expect(stopped.stderr).toContain('Stopping: what was found is kept.');
    expect(stopped.stderr).toContain('Go on with "avowal scan --resume stopped --allow-private".');
    const kept = readInventory('stopped');
    expect(kept.complete).toBe(false);
    expect(kept.pages.length).toBeGreaterThan(0);
    expect(kept.pages.length).toBeLessThan(6);

    const resumed = await runCli(['scan', '--resume', 'stopped', '--allow-private'], folder);
    expect(resumed.code).toBe(0);
    const whole = readInventory('stopped');
    expect(whole.complete).toBe(true);
    expect(new Set(whole.pages.map(({ url }) => url)).size).toBe(6);
  });

  it('ends with 3 where the site does not answer, or lies on this machine', async () => {
    site = await startSmallSite();
    const refused = await runCli(['scan', site.url], folder);
    expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining('ADDRESS_REFUSED') });
    expect(refused.stderr).toContain('--allow-private');
    await site.close();
    const gone = await runCli(['scan', site.url, '--allow-private'], folder);
    expect(gone).toMatchObject({ code: 3, stderr: expect.stringContaining('SITE_UNREACHABLE') });
  });
});
