import { describe, expect, it } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';

describe('The metrics', () => {
  it('count answers by route and status, name nothing that a request brought, and open with the key alone', async () => {
    const server = await startTestServer();
    await server.post(await server.submission());
    await server.post('{');
    await fetch(`${server.url}/secret-path?token=abc`);
    await fetch(`${server.url}/api/v1/receipts/no-such-record`);
    expect((await fetch(`${server.url}/metrics`)).status).toBe(401);
    const answer = await server.open('/metrics');
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await answer.text();
    for (const line of [
      'avowal_answers_total{route="/api/v1/consents",status="201"} 1',
      'avowal_answers_total{route="/api/v1/consents",status="400"} 1',
      'avowal_answers_total{route="none",status="404"} 1',
      'avowal_answers_total{route="/api/v1/receipts/:id",status="404"} 1',
      'avowal_records 1',
      'avowal_ready 1',
    ])
      expect(text.split('\n')).toContain(line);
    expect(text).not.toMatch(/secret|no-such/);
    // Every line is one that the format knows.
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="(?:[^"\\\n]|\\.)*",?)+\})? [\d.e+-]+)$/);
  });
});
