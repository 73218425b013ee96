import { describe, expect, it } from 'vitest';
import { startTestServer } from '../../server/testing/test-server.ts';
import { runCli } from '../testing/run-cli.ts';

describe('avowal token', () => {
  it('makes one that a running server takes for what it names, lists it without its secret, and takes it away', async () => {
    const server = await startTestServer();
    const cli = (...args: string[]) => runCli(['token', ...args, '--data', server.dataDir], server.dataDir);
    const made = await cli('create', 'Report', '--site', 'shop', '--scope', 'statistics', '--json');
    const { token, id } = JSON.parse(made.stdout);
    const read = async (what: string) =>
      (
        await fetch(`${server.url}/api/v1/sites/shop/${what}`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    expect([await read('statistics'), await read('records')]).toEqual([200, 403]);
    const listed = await cli('list');
    expect(listed.stdout).toMatch(new RegExp(`^${id}\\s+Report\\s+shop\\s+statistics`));
    expect(listed.stdout).not.toContain(token);
    expect(await cli('revoke', id)).toMatchObject({ code: 0, stdout: `Revoked: ${id}.\n` });
    expect(await read('statistics')).toBe(401);
    expect(await cli('revoke', id)).toMatchObject({ code: 1 });
  });

  it('makes none by default: neither for all sites nor for all that there is', async () => {
    const server = await startTestServer();
    const cli = (...args: string[]) => runCli(['token', ...args, '--data', '.'], server.dataDir);
    for (const args of [
      ['create', 'x', '--scope', 'records'],
      ['create', 'x', '--site', 'shop'],
      ['create', 'x', '--site', 'shop', '--all-sites', '--scope', 'records'],
      ['create', 'x', '--site', 'shop', '--scope', 'everything'],
    ])
      expect((await cli(...args)).code).toBe(2);
    expect((await cli('list')).stdout).toBe('There are no tokens.\n');
  });
});
