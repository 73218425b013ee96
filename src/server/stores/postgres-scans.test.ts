import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type PostgresNode, postgresMissing, startPostgres } from '../testing/postgres-cluster.ts';
import { openPostgresStore } from './postgres-store.ts';

const skipped = postgresMissing ? ` (skipped: ${postgresMissing})` : '';

describe.skipIf(postgresMissing)(`Scans in a PostgreSQL database${skipped}`, () => {
  let node: PostgresNode;
  beforeAll(async () => {
    node = await startPostgres();
  });
  afterAll(() => node?.remove());

  it('a scan takes the place of the one before, whatever a scanned page wrote into it', async () => {
    const store = openPostgresStore(node.url);
    onTestFinished(() => store.close());
    expect(await store.scans.read('shop', 'report.html')).toBeUndefined();
    const files = { 'inventory.json': '{}', 'audit.json': '{}', 'audit.html': '' };
    await store.scans.keep('shop', { ...files, 'report.html': 'first' });
    await store.scans.keep('shop', { ...files, 'report.html': 'a\0title \ud800 of a page' });
    expect(await store.scans.read('shop', 'report.html')).toBe('a\ufffdtitle \ufffd of a page');
    expect(await store.scans.read('other', 'report.html')).toBeUndefined();
  });
});
