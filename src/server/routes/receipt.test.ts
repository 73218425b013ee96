import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../model/receipt.ts';
import { parseVerifierKey } from '../log/verifier-key.ts';
import { verifyReceipt } from '../records/verify-receipt.ts';
import { openSqliteStore } from '../stores/sqlite-store.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const get = (server: TestServer, id: string, headers = {}) =>
  fetch(`${server.url}/api/v1/receipts/${id}`, { headers });

async function keepOne(server: TestServer) {
  const submission = await server.submission();
  expect((await server.post(submission)).status).toBe(201);
  return submission;
}

describe('GET /api/v1/receipts/:id', () => {
  it('PRF-010: gives record, id, time and proof at once, and the proof holds with the keys of the log', async () => {
    const server = await startTestServer();
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push((await keepOne(server)).id);
    const keys = (await (await fetch(`${server.url}/api/v1/log/keys`)).text())
      .trim()
      .split('\n')
      .map((line: string) => parseVerifierKey(line));
    for (const id of ids) {
      const response = await get(server, id);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const receipt = (await response.json()) as Receipt;
      expect(receipt).toMatchObject({ schema: 'avowal/receipt@1', record: { id } });
      expect(receipt.id).toMatch(/^[0-9a-f-]{14}4[0-9a-f-]{21}$/);
      expect(Math.abs(Date.parse(receipt.createdAt) - Date.now())).toBeLessThan(60_000);
      const findings = verifyReceipt(receipt, { keys: keys.filter((key) => key !== undefined) });
      expect(findings.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
      expect(findings.filter(({ verdict }) => verdict === 'pass')).toHaveLength(2);
    }
  });

  it('PRF-010: may be read by pages of the site, and by no other', async () => {
    const server = await startTestServer();
    const { id } = await keepOne(server);
    const allowed = async (origin: string) =>
      (await get(server, id, { origin })).headers.get('access-control-allow-origin');
    expect(await allowed('https://www.shop.example')).toBe('https://www.shop.example');
    expect(await allowed('https://evil.example')).toBeNull();
  });

  it('PRF-007: says that a record was erased, and does not take it in again', async () => {
    const server = await startTestServer();
    const submission = await keepOne(server);
    const kept = await keepOne(server);
    const store = openSqliteStore(`${server.dataDir}/avowal.db`);
    await store.eraseConsent('shop', submission.consentId, 9);
    await store.close();
    const gone = await get(server, submission.id);
    expect(gone.status).toBe(410);
    expect(await gone.json()).toMatchObject({
      type: 'urn:avowal:problem:erased',
      detail: expect.stringMatching(/was erased on \d{4}-.*Its place 0 in the log stays/),
    });
    expect((await server.post(submission)).status).toBe(410);
    const other = (await (await get(server, kept.id)).json()) as Receipt;
    expect(verifyReceipt(other, {})[0]).toMatchObject({ verdict: 'pass' });
  });

  it.each(['unknown', '%00', '..%2f..', "' OR 1=1 --", 'x'.repeat(5000)])(
    'knows nothing of %s',
    async (id) => {
      const server = await startTestServer();
      expect((await get(server, encodeURIComponent(id))).status).toBe(404);
    },
  );
});
