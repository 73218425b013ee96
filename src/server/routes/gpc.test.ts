import { expect, it } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';

it('US-GPC-005: says as the draft asks that Global Privacy Control is honoured, and since when', async () => {
  const server = await startTestServer();
  const response = await fetch(`${server.url}/.well-known/gpc.json`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^application\/json\b/);
  const { gpc, lastUpdate, ...rest } = await response.json();
  expect(gpc).toBe(true);
  expect(lastUpdate).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(Date.parse(lastUpdate)).toBeLessThanOrEqual(Date.now() + 86_400_000);
  expect(rest).toEqual({});
});
