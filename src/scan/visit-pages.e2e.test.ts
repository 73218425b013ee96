import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Inventory } from '../model/inventory.ts';
import { scanSite } from './scan-site.ts';
import { page, type Routes, type RunningHosts, script, startHosts } from './testing/start-hosts.ts';

const SITE = 'https://site.example/';
const NUMBERS = [1, 2, 3, 4, 5, 6, 7];
const links = (numbers: readonly number[]) => numbers.map((n) => `<a href="/${n}">${n}</a>`).join('');

/** Pages that write each in its own way; odd ones answer late, and the slowest leads to the last ones. */
const ROUTES: Routes = {
  'site.example/': page(links([1, 2, 3, 4])),
  ...Object.fromEntries(
    NUMBERS.map((n) => {
      const body = `${n === 1 ? links([5, 6, 7]) : ''}<img src="https://pixel.example/${n}"><script src="/${n}.js"></script>`;
      const answer = page(body, { 'set-cookie': [`http${n}=1; Max-Age=${n * 100}`, 'every=1; Path=/'] });
      return [
        `site.example/${n}`,
        (request, response) => void setTimeout(() => answer(request, response), n % 2 ? 700 : 0),
      ] satisfies [string, Routes[string]];
    }),
  ),
  ...Object.fromEntries(
    NUMBERS.map((n) => [
      `site.example/${n}.js`,
      script(`document.cookie = 'js${n}=1; path=/; max-age=${n * 100}';
localStorage.setItem('key${n}', '1');
localStorage['named${n}'] = '1';
localStorage.setItem('shared', '${n}');
sessionStorage.setItem('session${n}', '1');
indexedDB.open('db${n}');
if (document.hidden || !document.hasFocus()) document.cookie = 'unseen${n}=1';
requestAnimationFrame(() => requestIdleCallback(() => { document.cookie = 'painted${n}=1'; }));`),
    ]),
  ),
  ...Object.fromEntries(
    NUMBERS.map((n) => [
      `pixel.example/${n}`,
      (_, response) =>
        response.writeHead(204, { 'set-cookie': `pixel${n}=1; Secure; SameSite=None; Path=/` }).end(),
    ]),
  ),
};

let hosts: RunningHosts;
let outDir: string;
let scans: readonly Inventory[];

beforeAll(async () => {
  hosts = await startHosts(ROUTES);
  outDir = mkdtempSync(join(tmpdir(), 'avowal-tabs-'));
  scans = await Promise.all(
    [3, 1].map((tabs) =>
      scanSite({
        urls: [SITE],
        outDir: join(outDir, String(tabs)),
        scenarios: ['none'],
        resolve: hosts.resolve,
        insecure: true,
        tabs,
      }),
    ),
  );
});
afterAll(async () => {
  await hosts.close();
  rmSync(outDir, { recursive: true });
});

const factsOf = ({ pages, trackers, requests, problems }: Inventory) => ({
  problems,
  requests,
  pages: pages.map(({ milliseconds, ...facts }) => facts),
  trackers: trackers.map(({ valueHashes, evidence, ...facts }) => ({
    ...facts,
    evidence: evidence.map(({ time, ...rest }) => rest),
  })),
});

it('finds in several tabs at once what it finds in one, on the same pages in the same order, by the same scripts', () => {
  const [three, one] = scans.map(factsOf);
  expect(three).toEqual(one);
  expect(three?.pages.map(({ url }) => url.slice(SITE.length))).toEqual([
    '',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
  ]);
});

it('lays every cookie and key to the page that wrote it, although all tabs share the jar and the storage', () => {
  for (const name of ['http', 'js', 'key', 'named', 'session', 'db', 'pixel', 'painted']) {
    for (const n of NUMBERS) {
      const tracker = scans[0]?.trackers.find((found) => found.name === `${name}${n}`);
      expect(
        tracker?.evidence.map((seen) => seen.page),
        `${name}${n}`,
      ).toEqual([`${SITE}${n}`]);
    }
  }
});

it('shows every page as the one that is looked at', () => {
  expect(scans[0]?.trackers.filter(({ name }) => name.startsWith('unseen'))).toEqual([]);
});
