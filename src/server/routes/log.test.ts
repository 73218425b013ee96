import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashLeaf } from '../log/merkle-hash.ts';
import { readSignedCheckpoint } from '../log/record-log.ts';
import { isConsistent } from '../log/verify-consistency.ts';
import { rootOfInclusion } from '../log/verify-inclusion.ts';
import { openSqliteStore } from '../stores/sqlite-store.ts';
import { fixtureRecord } from '../testing/fixture-submission.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { startTestServer } from '../testing/test-server.ts';

/** A server whose log had 600 records when it started. */
async function startFull() {
  const dataDir = temporaryFolder();
  const store = openSqliteStore(join(dataDir, 'avowal.db'));
  await Promise.all(Array.from({ length: 600 }, () => store.keepRecord(fixtureRecord())));
  await store.close();
  const server = await startTestServer({ dataDir });
  const get = (path: string) => fetch(`${server.url}/api/v1/log/${path}`);
  const checkpoint = readSignedCheckpoint(await (await get('checkpoint')).text());
  if (!checkpoint) throw new Error('no checkpoint');
  return { server, get, checkpoint };
}
const bytes = (hashes: readonly string[]) => hashes.map((hash) => Buffer.from(hash, 'base64'));

describe('What anybody may read of the record log', () => {
  it('PRF-009: is its tiles: whoever has them all computes the root that was signed', async () => {
    const { get, checkpoint } = await startFull();
    expect(checkpoint.size).toBe(600);
    const tile = async (path: string) => Buffer.from(await (await get(`tile/${path}`)).arrayBuffer());
    const tiles = await Promise.all(['0/000', '0/001', '0/002.p/88', '1/000.p/2'].map(tile));
    expect(tiles.map(({ length }) => length / 32)).toEqual([256, 256, 88, 2]);
    const leaf = tiles[1]?.subarray(44 * 32, 45 * 32) as Buffer;
    const { hashes } = await (await get('proof/inclusion?index=300')).json();
    expect(rootOfInclusion(300, 600, leaf, bytes(hashes))).toEqual(checkpoint.root);
    expect(rootOfInclusion(300, 600, hashLeaf('another'), bytes(hashes))).not.toEqual(checkpoint.root);
  });

  it('PRF-009: is that it only grew', async () => {
    const { get, checkpoint } = await startFull();
    const { hashes: path } = await (await get('proof/inclusion?index=0&size=1')).json();
    expect(path).toEqual([]);
    const first = Buffer.from(await (await get('tile/0/000.p/1')).arrayBuffer());
    const { hashes } = await (await get('proof/consistency?from=1')).json();
    expect(isConsistent({ size: 1, root: first }, checkpoint, bytes(hashes))).toBe(true);
  });

  it('may be read by any page, kept for good where it never changes, and asked for again where it does', async () => {
    const { get } = await startFull();
    const tile = await get('tile/0/000');
    expect(tile.headers.get('content-type')).toBe('application/octet-stream');
    expect(tile.headers.get('cache-control')).toContain('immutable');
    expect(tile.headers.get('access-control-allow-origin')).toBe('*');
    const checkpoint = await get('checkpoint');
    expect(checkpoint.headers.get('content-type')?.toLowerCase()).toBe('text/plain; charset=utf-8');
    expect(checkpoint.headers.get('cache-control')).toBe('no-cache');
  });

  it('is what it has: 404 to anything else, and 400 to what makes no sense', async () => {
    const { get } = await startFull();
    const absent = [
      'tile/0/002',
      'tile/0/002.p/89',
      'tile/0/003.p/1',
      'tile/2/000.p/1',
      'tile/9/000',
      'tile/entries/000',
      'tile/0/000.p/256',
      'tile/0/..%2f000',
      'proof/inclusion?index=600',
      'proof/inclusion?index=0&size=601',
      'proof/inclusion?index=5&size=5',
      'proof/consistency?from=2&to=1',
      'proof/consistency?from=1&to=601',
    ];
    const senseless = [
      'proof/inclusion',
      'proof/inclusion?index=-1',
      'proof/inclusion?index=1e3',
      'proof/inclusion?index=99999999999999999999',
      'proof/consistency?from=%27',
    ];
    for (const path of [...absent, ...senseless]) {
      const { status, headers } = await get(path);
      const expected = [path, absent.includes(path) ? 404 : 400, 'application/problem+json'];
      expect([path, status, headers.get('content-type')]).toEqual(expected);
    }
  });

  it('is nothing when it cannot be signed, and records are still taken in', async () => {
    const { server, get } = await startFull();
    rmSync(join(server.dataDir, 'log-keys.json'));
    const submission = await server.submission();
    expect((await server.post(submission)).status).toBe(201);
    const response = await fetch(`${server.url}/api/v1/receipts/${submission.id}`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ type: 'urn:avowal:problem:proof-unavailable' });
    expect((await get('checkpoint')).status).toBe(200);
    expect(server.lines.join('\n')).toContain('record log not signed');
  });

  it('is described with its parameters', async () => {
    const { server } = await startFull();
    const { paths } = await (await fetch(`${server.url}/api/openapi.json`)).json();
    expect(
      paths['/api/v1/log/proof/inclusion'].get.parameters.map(({ name }: { name: string }) => name),
    ).toEqual(['index', 'size']);
    expect(Object.keys(paths)).toContain('/api/v1/log/tile/{tile}');
  });
});
