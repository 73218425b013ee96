import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Inventory } from '../model/inventory.ts';
import { scanSite } from './scan-site.ts';
import { type RunningHosts, startHosts } from './testing/start-hosts.ts';
import { TORTURE } from './testing/torture-site.ts';

const SITE = 'https://site.example/';
const outDir = mkdtempSync(join(tmpdir(), 'avowal-torture-'));
let hosts: RunningHosts;
let inventory: Inventory;

beforeAll(async () => {
  hosts = await startHosts(TORTURE);
  inventory = await scanSite({
    urls: [SITE],
    outDir,
    scenarios: ['none'],
    resolve: hosts.resolve,
    insecure: true,
  });
});
afterAll(async () => {
  await hosts.close();
  rmSync(outDir, { recursive: true });
});

const MAIN = `${SITE}main.js`;
const FRAME = 'https://frame.example/';

it.each([
  ['a header of the page', 'by-http', 'http-cookie', 'site.example', undefined, undefined],
  ['a script', 'by-script', 'js-cookie', 'site.example', MAIN, 1],
  [
    'a script of a third party',
    'by-third-party-script',
    'js-cookie',
    'site.example',
    'https://tag.example/tag.js',
    2,
  ],
  ['the Cookie Store', 'by-cookie-store', 'js-cookie', 'site.example', MAIN, 2],
  ['a script that deletes it at once', 'by-deleted', 'js-cookie', 'site.example', MAIN, 3],
  ['a fetch', 'by-fetch', 'http-cookie', 'fetched.example', MAIN, 4],
  ['a beacon', 'by-beacon', 'http-cookie', 'beacon.example', MAIN, 5],
  ['an image', 'by-image', 'http-cookie', 'image.example', MAIN, 6],
  ['the first hop of a redirect', 'by-first-hop', 'http-cookie', 'start.example', MAIN, 7],
  [
    'the last hop of a redirect',
    'by-last-hop',
    'http-cookie',
    'end.example',
    'https://start.example/',
    undefined,
  ],
  ['a script that waits for seconds', 'by-late', 'js-cookie', 'site.example', MAIN, 8],
  ['a script that waits for scrolling', 'by-scroll', 'js-cookie', 'site.example', MAIN, 9],
  ['a script that waits for a click', 'by-click', 'js-cookie', 'site.example', MAIN, 10],
  ['a frame of a third party', 'by-frame', 'http-cookie', 'frame.example', SITE, 5],
  ['a script in that frame', 'by-frame-script', 'js-cookie', 'frame.example', `${FRAME}frame.js`, 2],
  ['a frame that keeps it apart', 'by-partitioned', 'js-cookie', 'frame.example', `${FRAME}frame.js`, 1],
  ['a page below', 'by-sub-page', 'js-cookie', 'site.example', `${SITE}sub.js`, 1],
])('finds the cookie of %s and who sets it', (_, name, kind, host, url, line) => {
  const tracker = inventory.trackers.find((found) => found.name === name);
  expect(tracker).toMatchObject({ kind, host });
  const [nearest] = tracker?.evidence[0]?.initiators ?? [];
  expect({ url: nearest?.url, line: nearest?.line }).toEqual({ url, line });
});

it.each([
  ['local', 'local-storage', 1],
  ['named', 'local-storage', 2],
  ['session', 'session-storage', 3],
  ['database', 'indexed-db', 4],
  ['cache', 'cache', 5],
  ['worker', 'service-worker', 6],
])(
  'finds what %s storage holds, in the page and in a frame, and the line that wrote it',
  (what, kind, line) => {
    for (const [place, url] of [
      ['main', SITE],
      ['frame', FRAME],
    ] as const) {
      const name = kind === 'service-worker' ? `/${place}-worker.js` : `${place}-${what}`;
      const tracker = inventory.trackers.find((found) => found.name === name);
      expect(tracker, name).toMatchObject({ kind, host: new URL(url).hostname });
      expect(tracker?.evidence[0]?.initiators[0], name).toMatchObject({ url: `${url}storage.js`, line });
    }
  },
);

it('finds what service workers store', () => {
  expect(inventory.trackers.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['in-main-worker', 'in-frame-worker']),
  );
});

it('keeps a partitioned cookie apart from others', () => {
  const partitioned = inventory.trackers.filter(({ attributes }) => attributes?.partitioned);
  expect(partitioned.map(({ name }) => name)).toEqual(['by-partitioned']);
});

it('does not wait out its cap for an answer whose body nobody reads', () => {
  expect(inventory.problems).toEqual([]);
});
