import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../server/testing/temporary-folder.ts';
import { startTestServer } from '../../server/testing/test-server.ts';
import { runCli } from '../testing/run-cli.ts';

describe('avowal backup and restore', () => {
  it('copy a server under load: all that was acknowledged before is in it, it verifies, and a server goes on with it', async () => {
    const server = await startTestServer({ rateLimit: { burst: 1e6, perSecond: 1e6 } });
    const good = await server.submission();
    const before: string[] = [];
    let isOver = false;
    const send = async (taken?: string[]) => {
      const id = randomUUID();
      expect((await server.post({ ...good, id })).status).toBe(201);
      taken?.push(id);
    };
    await Promise.all(Array.from({ length: 100 }, () => send(before)));
    const receipt = await (await fetch(`${server.url}/api/v1/receipts/${before[0]}`)).json();
    const load = Array.from({ length: 8 }, async () => {
      while (!isOver) await send();
    });
    const backup = join(temporaryFolder(), 'backup');
    const made = await runCli(['backup', '--data', server.dataDir, '--out', backup], temporaryFolder());
    isOver = true;
    await Promise.all(load);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('avowal.db') });
    for (const name of ['avowal.db', 'log-keys.json'])
      expect(statSync(join(backup, name)).mode & 0o077).toBe(0);

    const data = join(temporaryFolder(), 'restored');
    const restored = await runCli(['restore', backup, '--data', data], temporaryFolder());
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringContaining('✓ Everything agrees') });
    const again = await startTestServer({ dataDir: data });
    for (const id of before) {
      expect((await fetch(`${again.url}/api/v1/receipts/${id}`)).status).toBe(200);
    }
    // What is in caches of browsers is still taken, and the log goes on under the same key.
    expect((await again.post({ ...good, id: randomUUID() })).status).toBe(201);
    const later = await (await fetch(`${again.url}/api/v1/receipts/${before[0]}`)).json();
    expect(later.proof.keys).toEqual(receipt.proof.keys);
  });

  it('refuse a backup that was changed, and never write over anything', async () => {
    const server = await startTestServer();
    await server.post(await server.submission());
    const folder = temporaryFolder();
    const [backup, data] = [join(folder, 'backup'), join(folder, 'data')];
    expect((await runCli(['backup', '--data', server.dataDir, '--out', backup], folder)).code).toBe(0);
    const over = await runCli(['backup', '--data', server.dataDir, '--out', backup], folder);
    expect(over).toMatchObject({ code: 3, stderr: expect.stringContaining('FOLDER_TAKEN') });
    const onto = await runCli(['restore', backup, '--data', server.dataDir], folder);
    expect(onto).toMatchObject({ code: 3, stderr: expect.stringContaining('move this one away first') });

    appendFileSync(join(backup, 'log-keys.json'), ' ');
    const changed = await runCli(['restore', backup, '--data', data], folder);
    expect(changed).toMatchObject({ code: 3, stderr: expect.stringContaining('BACKUP_INVALID') });
    expect(() => readFileSync(join(data, 'avowal.db'))).toThrow('ENOENT');
    const none = await runCli(['restore', folder, '--data', data], folder);
    expect(none.stderr).toMatch(/^BACKUP_INVALID .*there is no backup\.json in it/);
    const nothing = await runCli(['backup', '--data', folder, '--out', join(folder, 'b')], folder);
    expect(nothing).toMatchObject({ code: 3, stderr: expect.stringContaining('there are no records in it') });
  });
});
