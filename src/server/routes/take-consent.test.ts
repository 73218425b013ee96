import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONSENT_ACTIONS, CONSENT_LAYERS } from '../../model/consent-record.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const code = async (response: Response) => {
  const problem = (await response.json()) as { type: string; status: number; todo: string };
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(problem.status).toBe(response.status);
  expect(problem.todo).not.toBe('');
  return `${response.status} ${problem.type.replace('urn:avowal:problem:', '')}`;
};
const receipt = async (server: TestServer, id: string) =>
  (await (await fetch(`${server.url}/api/v1/receipts/${id}`)).json()).record;

describe('POST /api/v1/consents', () => {
  it('PRF-001: keeps a record of accept, reject, save, withdraw and GPC', async () => {
    const server = await startTestServer();
    for (const action of CONSENT_ACTIONS) {
      const answer = action === 'accept' || action === 'save' ? 'granted' : 'denied';
      const submission = await server.submission({
        action,
        layer: action === 'gpc' ? 'signal' : 'notice',
        gpc: action === 'gpc',
        purposes: { analytics: answer, marketing: action === 'save' ? 'denied' : answer },
      });
      const response = await server.post(submission);
      expect(response.status).toBe(201);
      const told = await response.json();
      const kept = await receipt(server, submission.id);
      const { snapshot, ...answered } = submission;
      expect(kept).toMatchObject(answered);
      expect(snapshot).toContain(kept.issuedOn);
      expect(told).toEqual({ id: submission.id, receivedAt: kept.receivedAt, validUntil: kept.validUntil });
    }
  });

  it('answers 200 with the same words to an identical repeat, and keeps one record', async () => {
    const server = await startTestServer();
    const submission = await server.submission();
    const first = await server.post(submission);
    const again = await server.post(
      JSON.stringify(submission, Object.keys(submission).reverse().concat('analytics', 'marketing')),
    );
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await again.json()).toEqual(await first.json());
    const list = await (await server.open('/api/v1/sites/shop/records')).json();
    expect(list.records).toHaveLength(1);
  });

  it('PRF-001: other content under the same id is refused and changes nothing', async () => {
    const server = await startTestServer();
    const submission = await server.submission();
    await server.post(submission);
    const forged = {
      ...submission,
      action: 'reject',
      purposes: { analytics: 'denied', marketing: 'denied' },
    };
    expect(await code(await server.post(forged))).toBe('409 id-taken');
    expect((await receipt(server, submission.id)).action).toBe('accept');
  });

  it('PRF-011: keeps where the answer came from, and takes no record that does not say so', async () => {
    const server = await startTestServer();
    for (const layer of CONSENT_LAYERS.filter((one) => one !== 'handover')) {
      const submission = await server.submission({
        layer,
        action: layer === 'signal' ? 'gpc' : 'reject',
        gpc: layer === 'signal',
        purposes: { analytics: 'denied', marketing: 'denied' },
      });
      await server.post(submission);
      expect((await receipt(server, submission.id)).layer).toBe(layer);
    }
    for (const unsaid of ['layer', 'action']) {
      const submission = { ...(await server.submission()), [unsaid]: undefined };
      expect(await code(await server.post(submission))).toMatch(/^422 /);
    }
  });

  it('US-GPC-001, US-GPC-003: a record says that Global Privacy Control was on also where only the header does', async () => {
    const server = await startTestServer();
    const kept = async (header: Record<string, string>) => {
      const submission = await server.submission({ gpc: false });
      const statuses = [await server.post(submission, header), await server.post(submission, header)];
      expect(statuses.map(({ status }) => status)).toEqual([201, 200]);
      return (await receipt(server, submission.id)).gpc;
    };
    expect(await kept({ 'sec-gpc': '1' })).toBe(true);
    expect(await kept({ 'sec-gpc': 'true' })).toBe(false);
    expect(await kept({})).toBe(false);
  });

  it('PRF-008: the time is the server’s; the browser’s stands beside it', async () => {
    const server = await startTestServer();
    const submission = await server.submission({ clientTime: '2099-01-01T00:00:00Z' });
    expect((await server.post(submission)).status).toBe(201);
    const kept = await receipt(server, submission.id);
    expect(Math.abs(Date.parse(kept.receivedAt) - Date.now())).toBeLessThan(2000);
    expect(kept.clientTime).toBe('2099-01-01T00:00:00Z');
  });

  it('PRF-004: a record names artefacts whose content has exactly that hash', async () => {
    const server = await startTestServer();
    const submission = await server.submission({ locale: 'de' });
    await server.post(submission);
    const kept = await receipt(server, submission.id);
    for (const name of [kept.configHash, kept.noticeHash, kept.bundleHash]) {
      const bytes = await (await server.open(`/api/v1/artefacts/${name}`)).bytes();
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
      expect(digest).toBe(name);
    }
    const notice = await (await server.open(`/api/v1/artefacts/${kept.noticeHash}`)).json();
    expect(notice.locale).toBe('de');
  });

  it('PRF-005: neither address nor browser description is kept or logged', async () => {
    const server = await startTestServer({ trustedProxies: 1 });
    const agent = 'Mozilla/5.0 (Unmistakable 47.11)';
    const response = await server.post(await server.submission(), {
      'x-forwarded-for': '203.0.113.77',
      'user-agent': agent,
      referer: 'https://www.shop.example/secret-page?token=abc',
    });
    expect(response.status).toBe(201);
    await server.post('{', { 'x-forwarded-for': '203.0.113.77', 'user-agent': agent });
    const files = readdirSync(server.dataDir).map((file) =>
      readFileSync(join(server.dataDir, file), 'latin1'),
    );
    expect(files.some((text) => text.includes('Example Shop'))).toBe(true);
    for (const text of [...files, ...server.lines]) {
      for (const secret of ['203.0.113.77', 'Unmistakable', 'secret-page'])
        expect(text).not.toContain(secret);
    }
  });

  it('LAW-STO-008: on the site’s own host the answer sets the choice cookie', async () => {
    const server = await startTestServer();
    const { port } = new URL(server.url);
    const body = JSON.stringify(await server.submission());
    const cookies = (host: string) =>
      new Promise<string[] | undefined>((resolve, reject) => {
        request(
          {
            port,
            path: '/api/v1/consents',
            method: 'POST',
            headers: {
              host,
              origin: 'https://www.shop.example',
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
            },
          },
          (response) => resolve(response.resume().headers['set-cookie']),
        )
          .on('error', reject)
          .end(body);
      });
    const [cookie] = (await cookies('www.shop.example')) ?? [];
    expect(cookie).toMatch(
      /^avowal=2\|.*; Max-Age=\d+; Domain=shop\.example; Path=\/; SameSite=Lax; Secure$/,
    );
    expect(cookie).toMatch(/~1analytics\.\w{4}~1marketing\.\w{4}~/);
    expect(await cookies('consent.example')).toBeUndefined();
  });
});
