import { describe, expect, it } from 'vitest';
import { SECURITY_HEADERS } from './security-headers.ts';
import { startTestServer } from './testing/test-server.ts';

const HEADERS = { 'content-type': 'application/json', origin: 'https://www.shop.example' };

describe('An answer of a visitor', () => {
  it('is taken in and counted at its path, behind the prefix of the site’s own host, and through the app', async () => {
    const server = await startTestServer({ publicUrl: '/_avowal' });
    for (const path of ['/api/v1/consents', '/_avowal/api/v1/consents', '/api/v1/consents?from=app']) {
      const body = JSON.stringify(await server.submission());
      const response = await fetch(server.url + path, { method: 'POST', body, headers: HEADERS });
      expect([path, response.status]).toEqual([path, 201]);
      expect(Object.fromEntries(response.headers)).toMatchObject(SECURITY_HEADERS);
    }
    await server.post('{}');
    const metrics = await (await server.open('/metrics')).text();
    expect(metrics).toContain('avowal_answers_total{route="/api/v1/consents",status="201"} 3');
    expect(metrics).toContain('avowal_answers_total{route="/api/v1/consents",status="422"} 1');
  });

  it('is refused with the headers of every answer, and asked for in vain', async () => {
    const server = await startTestServer();
    for (const response of [await server.post('{}'), await fetch(`${server.url}/api/v1/consents`)]) {
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(Object.fromEntries(response.headers)).toMatchObject(SECURITY_HEADERS);
    }
  });
});
