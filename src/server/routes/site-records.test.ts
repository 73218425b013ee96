import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';

describe('The records of a site', () => {
  it('come page by page, each once, also where many came in at the same moment', async () => {
    const server = await startTestServer();
    const good = await server.submission();
    const ids = Array.from({ length: 25 }, () => randomUUID());
    await Promise.all(ids.map((id) => server.post({ ...good, id })));
    const found: string[] = [];
    let after = '';
    for (let page = 0; page < 4; page++) {
      const answer = await server.open(`/api/v1/sites/shop/records?limit=10${after && `&after=${after}`}`);
      const { records, next } = await answer.json();
      found.push(...records.map(({ id }: { id: string }) => id));
      if (next === null) break;
      after = encodeURIComponent(next);
    }
    expect(found).toHaveLength(25);
    expect(new Set(found)).toEqual(new Set(ids));
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'before=yesterday', 'after=nonsense'])(
    'are refused with a reason for %s',
    async (query) => {
      const server = await startTestServer();
      const answer = await server.open(`/api/v1/sites/shop/records?${query}`);
      expect(answer.status).toBe(400);
      expect((await answer.json()).type).toBe('urn:avowal:problem:invalid-query');
    },
  );
});
