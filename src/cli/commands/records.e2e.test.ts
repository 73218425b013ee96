import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { readBrowserBundles } from '../../server/sites/browser-bundles.ts';
import { fixtureConfig } from '../../server/testing/fixture-config.ts';
import { fixtureSubmission } from '../../server/testing/fixture-submission.ts';
import { temporaryFolder } from '../../server/testing/temporary-folder.ts';
import { startTestServer } from '../../server/testing/test-server.ts';
import { runCli } from '../testing/run-cli.ts';

/** A server that runs, with three records of one visitor and one of another. */
async function started() {
  const server = await startTestServer();
  const mine = await server.submission({ consentId: 'visitor-who-wants-to-go' });
  const others = await server.submission({ consentId: 'visitor-who-stays-here' });
  const sent = [mine, { ...mine, id: crypto.randomUUID() }, { ...mine, id: crypto.randomUUID() }, others];
  for (const submission of sent) expect((await server.post(submission)).status).toBe(201);
  const receipt = await (await fetch(`${server.url}/api/v1/receipts/${others.id}`)).text();
  writeFileSync(join(server.dataDir, 'receipt.json'), receipt);
  writeFileSync(
    join(server.dataDir, 'keys.txt'),
    await (await fetch(`${server.url}/api/v1/log/keys`)).text(),
  );
  const records = (...args: string[]) =>
    runCli(
      [
        'records',
        ...args,
        '--data',
        '.',
        ...(/audit|rotate|new-log/.test(args[0] ?? '') ? [] : ['-c', server.configFile]),
      ],
      server.dataDir,
    );
  return { server, mine, others, records };
}

describe('avowal records', () => {
  it('PRF-007: erases one visitor while the server runs, and every other receipt still holds', async () => {
    const { server, mine, others, records } = await started();
    const { stdout, code } = await records('erase', mine.consentId, '--yes');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Erased: 3\. Their places in the log stay/);
    expect((await records('show', mine.consentId)).code).toBe(1);
    expect((await records('show', mine.id)).stdout).toMatch(/was erased on .* Place 0 of the log stays/);
    expect((await records('show', others.consentId)).stdout).toContain(others.id);
    expect((await server.post(await server.submission())).status).toBe(201);
    expect((await records('audit')).stdout).toMatch(
      /^Compared: 2 records, 3 erased ones, .*\n✓ Everything agrees/,
    );
    const verified = await runCli(['verify', 'receipt.json', '--key', 'keys.txt'], server.dataDir);
    expect(verified.code).toBe(0);
    const files = ['avowal.db', 'avowal.db-wal'].map((name) => readFileSync(join(server.dataDir, name)));
    expect(Buffer.concat(files).includes(mine.consentId)).toBe(false);
    const again = await records('erase', mine.consentId, '--yes');
    expect(again).toMatchObject({ code: 1, stdout: expect.stringContaining('has no record') });
  });

  it('PRF-004: makes pictures of what a visitor was shown, of the kept parts alone, also after an edit, and keeps them', async () => {
    const server = await startTestServer({ bundles: readBrowserBundles() });
    const script = async () => (await fetch(`${server.url}/c/shop.js`)).text();
    const find = (text: string, name: string) => new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1] ?? '';
    const send = async (locale: string) => {
      const text = await script();
      const answer = fixtureSubmission({ configHash: find(text, 'configHash'), locale });
      const sent = { ...answer, snapshot: find(text, 'snapshot') };
      expect((await server.post(sent)).status).toBe(201);
      return answer;
    };
    const first = await send('de');
    const config = fixtureConfig({ notice: { ...fixtureConfig().notice, layout: 'bar' } });
    writeFileSync(server.configFile, JSON.stringify(config));
    await expect.poll(async () => find(await script(), 'configHash')).not.toBe(first.configHash);
    const second = await send('de');
    await server.close();

    const folder = temporaryFolder();
    const picture = async (id: string, says: RegExp, env: NodeJS.ProcessEnv = {}) => {
      const args = ['records', 'picture', id, '--data', server.dataDir, '-c', server.configFile];
      const { code, stdout, stderr } = await runCli([...args, '--out', id], folder, env);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(says);
      return ['phone', 'desktop'].map((name) => readFileSync(join(folder, id, `notice-${name}.png`)));
    };
    const before = await picture(first.id, /Made now by Chromium \d.* kept from now on/);
    const after = await picture(second.id, /Made now by Chromium/);
    // The next one needs no browser.
    const again = await picture(first.id, /Kept since \d{4}-/, { AVOWAL_BROWSER: '/nowhere/chromium' });
    expect(again).toEqual(before);
    const sizes = before.map((png) => [png.readUInt32BE(16), png.readUInt32BE(20)]);
    expect(sizes).toEqual([
      [390, 844],
      [1280, 800],
    ]);
    expect(after[1]?.equals(before[1] as Buffer)).toBe(false);
    const database = new DatabaseSync(join(server.dataDir, 'avowal.db'));
    expect(() => database.exec('DELETE FROM pictures')).toThrow('kept as they were made');
    database.exec("DROP TRIGGER pictures_are_never_changed; UPDATE pictures SET png = x'00'");
    database.close();
    const changed = ['records', 'picture', first.id, '--data', server.dataDir, '-c', server.configFile];
    expect(await runCli(changed, folder)).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/the picture [0-9a-f]{64} was changed/),
    });
    const missing = ['records', 'picture', 'nobody', '--data', server.dataDir, '-c', server.configFile];
    expect(await runCli(missing, folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('has no record with this id'),
    });
  });

  it('PRF-007: exports all records, or those of one visitor, as JSON Lines, CSV and ISO/IEC TS 27560', async () => {
    const { server, mine, records } = await started();
    const lines = (await records('export')).stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).consentId)).toHaveLength(4);
    const csv = await records('export', '--format', 'csv', '--consent', mine.consentId, '--out', 'mine.csv');
    expect(csv).toMatchObject({ code: 0, stdout: 'Written: mine.csv, 3 records.\n' });
    expect(readFileSync(join(server.dataDir, 'mine.csv'), 'utf8')).toContain(`,${mine.consentId},`);
    const { stdout } = await records(
      'export',
      '--format',
      '27560',
      '--storage',
      'Example Hosting, Frankfurt',
    );
    const graph = JSON.parse(stdout)['@graph'];
    expect(graph).toHaveLength(4);
    expect(JSON.stringify(graph[0])).toContain('Example Hosting, Frankfurt');
    expect(await records('export', '--format', 'xml')).toMatchObject({ code: 2 });
  });

  it('PRF-007: erases nothing unasked', async () => {
    const { mine, records } = await started();
    expect(await records('erase', mine.consentId)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('This erases 3 records of Example Shop for good'),
    });
    expect((await records('erase')).code).toBe(2);
    expect((await records('erase', mine.consentId, '--ended')).code).toBe(2);
    expect((await records('show', mine.consentId)).code).toBe(0);
  });

  it('PRF-006: erases what was kept long enough, which is nothing yet', async () => {
    const { records } = await started();
    const { code, stdout } = await records('erase', '--ended', '--json');
    expect({ code, erased: JSON.parse(stdout) }).toEqual({ code: 0, erased: { erased: 0 } });
  });

  it('PRF-009: an audit ends with 1 and names the record that was changed', async () => {
    const { server, others, records } = await started();
    const database = new DatabaseSync(join(server.dataDir, 'avowal.db'), { timeout: 5000 });
    database.exec('DROP TRIGGER records_are_never_changed');
    const forge = "UPDATE records SET content = replace(content, 'granted', 'denied') WHERE id = ?";
    expect(database.prepare(forge).run(others.id).changes).toBe(1);
    database.close();
    const { code, stdout } = await records('audit');
    expect(code).toBe(1);
    expect(stdout).toContain(`✗ Record ${others.id} is not what was entered at place 3 of the log.`);
  });

  it('PRF-009: a new key signs at once, and what the old one signed still holds', async () => {
    const { server, records } = await started();
    const { stdout } = await records('rotate-key');
    const key = /\n {2}(avowal-log-\S+)/.exec(stdout)?.[1];
    expect((await (await fetch(`${server.url}/api/v1/log/keys`)).text()).split('\n')[0]).toBe(key);
    const submission = await server.submission();
    await server.post(submission);
    const receipt = await (await fetch(`${server.url}/api/v1/receipts/${submission.id}`)).text();
    writeFileSync(join(server.dataDir, 'new-receipt.json'), receipt);
    writeFileSync(join(server.dataDir, 'new-key.txt'), `${key}\n`);
    const verify = (file: string, keys: string) => runCli(['verify', file, '--key', keys], server.dataDir);
    expect((await verify('new-receipt.json', 'new-key.txt')).code).toBe(0);
    expect((await verify('new-receipt.json', 'keys.txt')).code).toBe(1);
    expect((await verify('receipt.json', 'keys.txt')).code).toBe(0);
    expect((await records('audit')).code).toBe(0);
  });

  it('PRF-009: goes on under a new name when asked to, and old receipts still hold', async () => {
    const { server, records } = await started();
    expect(await records('new-log')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('contradict'),
    });
    const { code, stdout } = await records('new-log', '--yes');
    expect(code).toBe(0);
    const name = /is called (\S+) from now on/.exec(stdout)?.[1];
    expect(stdout).toContain('The last checkpoint of the old one');
    await server.post(await server.submission());
    await server.close();
    expect((await records('audit')).stdout).toContain('Everything agrees');
    const keys = await records('rotate-key', '--json');
    writeFileSync(join(server.dataDir, 'all-keys.txt'), JSON.parse(keys.stdout).keys.join('\n'));
    expect(keys.stdout).toContain(`${name}+`);
    expect((await runCli(['verify', 'receipt.json', '--key', 'all-keys.txt'], server.dataDir)).code).toBe(0);
  });
});
