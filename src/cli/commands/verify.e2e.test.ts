import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadLogKeys } from '../../server/log/log-keys.ts';
import { formatVerifierKey, makeVerifierKey } from '../../server/log/verifier-key.ts';
import { makeReceipt } from '../../server/records/make-receipt.ts';
import type { KeptEntry } from '../../server/stores/log-store.ts';
import { fixtureConfig } from '../../server/testing/fixture-config.ts';
import { fixtureRecord, fixtureSubmission } from '../../server/testing/fixture-submission.ts';
import { openLog } from '../../server/testing/open-log.ts';
import { temporaryFolder } from '../../server/testing/temporary-folder.ts';
import { startTestServer } from '../../server/testing/test-server.ts';
import { startWitness } from '../../server/testing/test-witness.ts';
import { runCli, startCli } from '../testing/run-cli.ts';

/** A folder with what a visitor and an auditor got from a real server. */
async function saved() {
  const server = await startTestServer();
  const submission = await server.submission();
  await server.post(submission);
  const get = async (path: string) => (await fetch(`${server.url}/api/v1/${path}`)).text();
  const folder = temporaryFolder();
  const save = (name: string, text: string) => writeFileSync(join(folder, name), text);
  save('receipt.json', await get(`receipts/${submission.id}`));
  save('keys.txt', await get('log/keys'));
  for (let n = 0; n < 3; n++) await server.post(await server.submission());
  const last = await server.submission();
  await server.post(last);
  const { proof } = JSON.parse(await get(`receipts/${last.id}`));
  save('checkpoint.txt', proof.checkpoint);
  save('consistency.json', await get('log/proof/consistency?from=1&to=5'));
  return { server, folder, save, submission };
}

describe('avowal verify', () => {
  it('PRF-010: says in words what a receipt proves and what not, without the server', async () => {
    const { server, folder } = await saved();
    await server.close();
    const args = ['verify', 'receipt.json', '--key', 'keys.txt'];
    const { code, stdout, stderr } = await runCli(args, folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /The record in this receipt:\n {2}site +shop\n {2}action +accept\n {2}purposes +analytics granted, marketing granted/,
    );
    expect(stdout).toMatch(
      /Proven\n {2}✓ The record is, to the last character, number 1 of the 1 record that/,
    );
    expect(stdout).toContain('✓ The checkpoint is signed with a key that you named: avowal-log-');
    expect(stdout).toMatch(/Not proven by this\n {2}\? Whether the log shows everybody the same history/);
    const withAll = [...args, '--checkpoint', 'checkpoint.txt', '--consistency', 'consistency.json'];
    expect((await runCli(withAll, folder)).stdout).toContain(
      '✓ The receipt and the checkpoint that you named tell one history.',
    );
  });

  it('PRF-010: says which of the witnesses that one trusts saw the same log, as serve --witnesses had it signed', async () => {
    const folder = temporaryFolder();
    const { verifierKeys } = loadLogKeys(folder);
    const witness = await startWitness('witness.example/w1', verifierKeys);
    const other = formatVerifierKey(makeVerifierKey('other.example', Buffer.alloc(32, 7), 'witness'));
    writeFileSync(join(folder, 'avowal.config.json'), JSON.stringify(fixtureConfig()));
    writeFileSync(join(folder, 'mine.txt'), `${formatVerifierKey(witness.key)} ${witness.url}\n`);
    writeFileSync(join(folder, 'trusted.txt'), `${formatVerifierKey(witness.key)}\n${other}\n`);
    const run = startCli(
      ['serve', '--port', '0', '--data', '.', '--witnesses', 'mine.txt', '--json'],
      folder,
    );
    onTestFinished(async () => {
      run.child.kill('SIGTERM');
      await run.ended;
    });
    const { url } = JSON.parse(await run.printed('\n}\n'));
    const { configHash, snapshot } = JSON.parse(
      /AVOWAL_CONFIG=(\{.*?\});/s.exec(await (await fetch(`${url}/c/shop.js`)).text())?.[1] ?? '{}',
    );
    const answer = { ...fixtureSubmission({ configHash }), snapshot };
    const sent = await fetch(`${url}/api/v1/consents`, {
      method: 'POST',
      body: JSON.stringify(answer),
      headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
    });
    expect(sent.status).toBe(201);
    const receipt = async () => (await fetch(`${url}/api/v1/receipts/${answer.id}`)).text();
    await expect.poll(receipt, { timeout: 50_000 }).toContain('— witness.example/w1 ');
    writeFileSync(join(folder, 'receipt.json'), await receipt());
    const { code, stdout } = await runCli(['verify', 'receipt.json', '--witnesses', 'trusted.txt'], folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/✓ witness\.example\/w1 co-signed the checkpoint at 20/);
    expect(stdout).toContain('? other.example has not co-signed this checkpoint.');
    const wrong = await runCli(['verify', 'receipt.json', '--witnesses', 'receipt.json'], folder);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('receipt.json, line 1: this is no key of a witness');
  });

  it('PRF-010: takes the keys from the site', async () => {
    const { server, folder } = await saved();
    const { code, stdout } = await runCli(
      ['verify', 'receipt.json', '--key', `${server.url}/api/v1/log/keys`, '--json'],
      folder,
    );
    expect(code).toBe(0);
    const { verdict, findings } = JSON.parse(stdout);
    expect(verdict).toBe('pass');
    expect(findings.filter((finding: { verdict: string }) => finding.verdict === 'pass')).toHaveLength(2);
  });

  it('PRF-010: without a key says that the receipt vouches for itself only', async () => {
    const { folder } = await saved();
    const { code, stdout } = await runCli(['verify', 'receipt.json'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('? The checkpoint is signed with avowal-log-');
    expect(stdout).toContain('where a forger would put one too');
  });

  it('PRF-009: ends with 1 when the record was changed', async () => {
    const { folder, save } = await saved();
    const text = readFileSync(join(folder, 'receipt.json'), 'utf8');
    save('forged.json', text.replace('"marketing":"granted"', '"marketing":"denied"'));
    const { code, stdout } = await runCli(['verify', 'forged.json', '--key', 'keys.txt'], folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^This receipt proves nothing\.\n\nRefuted\n {2}✗ The record is not what the checkpoint covers/,
    );
  });

  it('prints what a forger wrote into a receipt that fits itself, and lets none of it reach the terminal', async () => {
    const { store, log, close } = openLog();
    const services = { toString: 1, '\u001b[2J': 'granted' } as unknown as Record<string, 'granted'>;
    const record = fixtureRecord({ services });
    await store.keepRecord(record);
    const receipt = await makeReceipt(
      (await store.findEntry(['shop'], record.id)) as KeptEntry,
      log,
      new Date(),
    );
    await close();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'receipt.json'), JSON.stringify(receipt));
    const { code, stdout } = await runCli(['verify', 'receipt.json'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('services    \\u001b[2J granted, toString 1');
    expect(stdout).not.toContain('\u001b');
  });

  it('ends with 2 for what is no receipt, and 3 where the key cannot be had', async () => {
    const { folder, save } = await saved();
    save('other.json', '{"schema":"avowal/inventory@1"}');
    const receipt = JSON.parse(readFileSync(join(folder, 'receipt.json'), 'utf8'));
    const nested = `${'['.repeat(90_000)}${']'.repeat(90_000)}`;
    save('deep.json', JSON.stringify({ ...receipt, record: '@' }).replace('"@"', `{"a":${nested}}`));
    save('evil.json', '{"schema":"\u001b[2J');
    const run = async (...args: string[]) => {
      const { code, stderr, stdout } = await runCli(['verify', ...args], folder);
      expect(stdout).toBe('');
      return `${code} ${stderr}`;
    };
    expect(await run('missing.json')).toMatch(
      /^2 USAGE There is no file missing\.json\. Run "avowal verify --help"/,
    );
    expect(await run('other.json')).toMatch(/^2 RECEIPT_INVALID other\.json is not a receipt: its "schema"/);
    expect(await run('deep.json')).toMatch(/^2 RECEIPT_INVALID/);
    expect(await run('evil.json')).not.toContain('\u001b');
    expect(await run('receipt.json', '--checkpoint', 'checkpoint.txt', '--consistency', 'keys.txt')).toMatch(
      /^2 USAGE/,
    );
    expect(await run('receipt.json', '--key', 'missing.txt')).toMatch(/^3 KEY_UNREADABLE/);
    expect(await run('receipt.json', '--key', 'receipt.json')).toMatch(
      /^3 KEY_UNREADABLE .*no line of it is a key/,
    );
    expect(await run('receipt.json', '--key', 'http://127.0.0.1:9/keys')).toMatch(/^3 KEY_UNREADABLE/);
  });
});
