import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConsentSubmission } from '../../model/consent-record.ts';
import { makeToken } from '../handover/handover-token.ts';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const SHOP = 'https://www.shop.example';
const BRAND = 'https://shop.test';

async function start(): Promise<{
  server: TestServer;
  sent: ConsentSubmission;
  send: (body: object, origin?: string) => Promise<Response>;
  redeem: (token: string, change?: object, origin?: string) => Promise<Response>;
  token: (change?: object) => Promise<string>;
  signed: (change?: object, now?: number) => string;
}> {
  const server = await startTestServer();
  const sent = await server.submission();
  await server.post(sent);
  const send = (body: object, origin = SHOP) =>
    fetch(`${server.url}/api/v1/handovers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ site: 'shop', ...body }),
    });
  const facts = { record: sent.id, consentId: sent.consentId, to: 'shop.test' };
  const secret = readFileSync(join(server.dataDir, 'handover-secret'), 'utf8');
  return {
    server,
    sent,
    send,
    token: async (change) => (await (await send({ ...facts, ...change })).json()).token,
    redeem: (token, change = {}, origin = BRAND) =>
      send({ token, referrer: `${SHOP}/`, configHash: sent.configHash, ...change }, origin),
    signed: (change = {}, now = Date.now()) =>
      makeToken({ site: 'shop', from: 'shop.example', ...facts, ...change }, secret, now),
  };
}

const records = async (server: TestServer) =>
  (await (await server.open('/api/v1/sites/shop/records')).json()).records;
const verdict = async (response: Response) => {
  const { type, todo } = await response.json();
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(todo).toBeTruthy();
  return `${response.status} ${type.split(':').pop()}`;
};

describe('POST /api/v1/handovers', () => {
  it('PRF-001, PRF-011: gives a token, and for it the choice on the other domain, with a record that names the first', async () => {
    const { server, sent, token, redeem } = await start();
    const answer = await redeem(await token());
    const { choice, cookie, message, action } = await answer.json();
    expect({ choice, message, action }).toMatchObject({
      choice: { consentId: sent.consentId, purposes: sent.purposes },
      message: 'Your choice on shop.example counts here too.',
      action: 'accept',
    });
    expect(cookie).toMatch(/^avowal=2\|.*; Max-Age=\d+; Domain=shop\.test; Path=\/; SameSite=Lax; Secure$/);
    const [carried, given] = await records(server);
    expect(carried).toMatchObject({
      id: choice.recordId,
      layer: 'handover',
      consentId: sent.consentId,
      supersedes: null,
      validUntil: given.validUntil,
      handover: { record: sent.id, from: 'shop.example', to: 'shop.test' },
    });
    expect(choice.until).toBe(Date.parse(given.validUntil));
  });

  it('does not count as an answer of somebody who was asked', async () => {
    const { server, token, redeem } = await start();
    const statistics = async () => (await server.open('/api/v1/sites/shop/statistics')).json();
    const before = await statistics();
    expect(JSON.stringify(before)).toContain('"granted":1');
    expect((await redeem(await token())).status).toBe(200);
    expect(await statistics()).toEqual(before);
  });

  it('redeems a token once', async () => {
    const { server, token, redeem } = await start();
    const once = await token();
    expect((await redeem(once)).status).toBe(200);
    expect(await verdict(await redeem(once))).toBe('409 handover-used');
    expect(await records(server)).toHaveLength(2);
  });

  it('keeps one record where a token comes many times at once', async () => {
    const { server, token, redeem } = await start();
    const once = await token();
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(once)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await records(server)).toHaveLength(2);
  });

  it.each<[string, string, (s: Awaited<ReturnType<typeof start>>) => Promise<Response>]>([
    [
      'a token older than a minute',
      '410 handover-expired',
      (s) => s.redeem(s.signed({}, Date.now() - 60_001)),
    ],
    [
      'a token of somebody else',
      '403 handover-forged',
      (s) =>
        s.redeem(
          makeToken(
            {
              site: 'shop',
              record: s.sent.id,
              consentId: s.sent.consentId,
              from: 'shop.example',
              to: 'shop.test',
            },
            'guess',
            Date.now(),
          ),
        ),
    ],
    ['a token that was altered', '403 handover-forged', (s) => s.redeem(s.signed().replace(/^../, 'xx'))],
    ['no token at all', '403 handover-forged', (s) => s.redeem('..')],
    ['a token for another domain', '403 handover-elsewhere', (s) => s.redeem(s.signed(), {}, SHOP)],
    ['a token of another site', '403 handover-elsewhere', (s) => s.redeem(s.signed({ site: 'other' }))],
    [
      'a page that a foreign page led to',
      '403 handover-elsewhere',
      (s) => s.redeem(s.signed(), { referrer: 'https://evil.example/' }),
    ],
    ['a page that nothing led to', '403 handover-elsewhere', (s) => s.redeem(s.signed(), { referrer: '' })],
    ['a foreign page', '403 origin-refused', (s) => s.redeem(s.signed(), {}, 'https://evil.example')],
    [
      'another visitor’s consent id',
      '404 not-found',
      (s) => s.redeem(s.signed({ consentId: '0'.repeat(36) })),
    ],
    [
      'a configuration that was never served',
      '409 unknown-configuration',
      (s) => s.redeem(s.signed(), { configHash: '0'.repeat(64) }),
    ],
    ['a site that is not here', '404 unknown-site', (s) => s.redeem(s.signed(), { site: 'nobody' })],
  ])('refuses %s, without effect', async (_, problem, attempt) => {
    const started = await start();
    const answer = await attempt(started);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await verdict(answer)).toBe(problem);
    expect(await records(started.server)).toHaveLength(1);
  });

  it.each<[string, string, object, string]>([
    ['to a domain that is not the site’s', '403 handover-elsewhere', { to: 'evil.example' }, SHOP],
    ['to the domain that it is on', '403 handover-elsewhere', { to: 'shop.example' }, SHOP],
    ['from a foreign page', '403 origin-refused', {}, 'https://evil.example'],
    ['for a choice that is not on record', '404 not-found', { record: crypto.randomUUID() }, SHOP],
    ['for a consent id that does not belong to it', '404 not-found', { consentId: '0'.repeat(36) }, SHOP],
    [
      'with both steps at once',
      '422 invalid-submission',
      { token: 'x', referrer: '', configHash: '0'.repeat(64) },
      SHOP,
    ],
    ['with more than is needed', '422 invalid-submission', { email: 'x' }, SHOP],
  ])('gives no token %s', async (_, problem, change, origin) => {
    const { send, sent } = await start();
    const facts = { record: sent.id, consentId: sent.consentId, to: 'shop.test' };
    expect(await verdict(await send({ ...facts, ...change }, origin))).toBe(problem);
  });

  it('is outdated once the visitor has answered again', async () => {
    const { server, sent, redeem, token } = await start();
    const early = await token();
    await server.post({
      ...sent,
      id: crypto.randomUUID(),
      action: 'withdraw',
      supersedes: sent.id,
      purposes: { analytics: 'denied', marketing: 'denied' },
    });
    expect(await verdict(await redeem(early))).toBe('409 handover-outdated');
  });

  it('changes nothing where the visitor has answered there since, or has an answer that is not on record yet', async () => {
    const { server, sent, redeem, token } = await start();
    const there = { ...sent, id: crypto.randomUUID(), consentId: crypto.randomUUID() };
    await server.post(there, { origin: BRAND });
    for (const held of [there.id, crypto.randomUUID()])
      expect(await (await redeem(await token(), { held })).json()).toEqual({});
    expect(await records(server)).toHaveLength(2);
  });

  it('supersedes an older answer there', async () => {
    const { server, sent, redeem, token } = await start();
    const later = { ...sent, id: crypto.randomUUID(), consentId: crypto.randomUUID() };
    await server.post(later);
    const { id: record, consentId } = later;
    await redeem(await token({ record, consentId }), { held: sent.id });
    expect((await records(server))[0]).toMatchObject({ layer: 'handover', supersedes: sent.id });
  });

  it('is told by nobody but the server: a page cannot send a record with this layer', async () => {
    const { server, sent } = await start();
    const answer = await server.post({ ...sent, id: crypto.randomUUID(), layer: 'handover' });
    expect(await verdict(answer)).toBe('422 invalid-submission');
  });

  it('US-GPC-001: carries no yes to a browser that objects by a signal', async () => {
    const config = fixtureConfig({ regimes: { default: 'us-ca' } });
    const server = await startTestServer({ config });
    const sent = await server.submission({ regime: 'us-ca' });
    await server.post(sent);
    const call = async (body: object, headers: Record<string, string>) =>
      (
        await fetch(`${server.url}/api/v1/handovers`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ site: 'shop', ...body }),
        })
      ).json();
    const ask = { record: sent.id, consentId: sent.consentId, to: 'shop.test' };
    const redeem = async (headers: Record<string, string>) => {
      const { token } = await call(ask, { origin: SHOP });
      const body = { token, referrer: `${SHOP}/`, configHash: sent.configHash };
      return call(body, { origin: BRAND, ...headers });
    };
    expect(await redeem({ 'sec-gpc': '1' })).toEqual({});
    expect(await redeem({})).toMatchObject({ action: 'accept' });
  });
});
