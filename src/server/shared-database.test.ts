import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '../model/calendar.ts';
import { loadLogKeys } from './log/log-keys.ts';
import { verifyReceipt } from './records/verify-receipt.ts';
import { fixtureConfig } from './testing/fixture-config.ts';
import { type PostgresNode, postgresMissing, startPostgres } from './testing/postgres-cluster.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { startTestServer } from './testing/test-server.ts';

const skipped = postgresMissing ? ` (skipped: ${postgresMissing})` : '';
/** Longer than a busy machine takes. */
const SOON = { timeout: 30_000 };

describe.skipIf(postgresMissing)(`Two servers at one PostgreSQL database${skipped}`, () => {
  let node: PostgresNode;
  beforeAll(async () => {
    node = await startPostgres();
  });
  afterAll(() => node?.remove());

  it('PRF-010: take consents in while the database is away, and prove them wherever one asks afterwards', async () => {
    const dataDirs = [temporaryFolder(), temporaryFolder()] as const;
    loadLogKeys(dataDirs[0]);
    copyFileSync(join(dataDirs[0], 'log-keys.json'), join(dataDirs[1], 'log-keys.json'));
    const one = await startTestServer({ dataDir: dataDirs[0], database: node.url });
    const other = await startTestServer({ dataDir: dataDirs[1], database: node.url });
    const receiptOf = (server: { readonly url: string }, id: string) =>
      fetch(`${server.url}/api/v1/receipts/${id}`);

    const before = await one.submission();
    expect((await one.post(before)).status).toBe(201);
    await expect.poll(async () => (await receiptOf(other, before.id)).status, SOON).toBe(200);
    // Behind one address, the answer to a script of one server may come to the other.
    expect((await other.post(await one.submission())).status).toBe(201);

    await node.kill();
    const during = await one.submission();
    expect((await one.post(during)).status).toBe(201);
    const pending = await receiptOf(one, during.id);
    expect(pending.status).toBe(503);
    expect(pending.headers.get('retry-after')).toBe('5');
    expect(await pending.json()).toMatchObject({ type: 'urn:avowal:problem:proof-pending' });
    expect((await fetch(`${one.url}/readyz`)).status).toBe(200);
    expect(await (await one.open('/metrics')).text()).toMatch(/^avowal_waiting 1$/m);
    expect((await fetch(`${one.url}/c/shop.js`)).status).toBe(200);
    expect((await fetch(`${one.url}/p/shop`)).status).toBe(200);
    await node.start();

    await expect.poll(async () => (await receiptOf(other, during.id)).status, SOON).toBe(200);
    const receipt = await (await receiptOf(other, during.id)).json();
    const { verifierKeys: keys } = loadLogKeys(dataDirs[0]);
    const verdicts = verifyReceipt(receipt, { keys }).map(({ verdict }) => verdict);
    expect(verdicts.slice(0, 2)).toEqual(['pass', 'pass']);
    expect(verdicts).not.toContain('fail');
  });

  it('takes an answer to a configuration that only another server has yet', async () => {
    const dataDirs = [temporaryFolder(), temporaryFolder()] as const;
    loadLogKeys(dataDirs[0]);
    copyFileSync(join(dataDirs[0], 'log-keys.json'), join(dataDirs[1], 'log-keys.json'));
    const old = await startTestServer({ dataDir: dataDirs[0], database: node.url });
    // It follows the other in its own time.
    const { configHash } = await old.submission();
    const config = fixtureConfig({ notice: { ...fixtureConfig().notice, validityMonths: 9 } });
    const edited = await startTestServer({ dataDir: dataDirs[1], database: node.url, config });
    const submission = await edited.submission();
    expect(submission.configHash).not.toBe(configHash);
    const response = await old.post(submission);
    expect(response.status).toBe(201);
    const { receivedAt, validUntil } = await response.json();
    expect(validUntil).toBe(addMonths(new Date(receivedAt), 9).toISOString());
  });

  it('with --ack replicated refuses while the database is away, so that the browser sends it again', async () => {
    const server = await startTestServer({ database: node.url, acknowledgement: 'replicated' });
    const submission = await server.submission();
    await node.kill();
    expect((await server.post(submission)).status).toBe(503);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    await node.start();
    await expect.poll(async () => (await server.post(submission)).status, SOON).toBe(201);
    expect((await server.post(submission)).status).toBe(200);
  });
});
