import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scanSite } from '../scan-site.ts';
import { page, script, startHosts } from '../testing/start-hosts.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

let number = 0;

/** Scans a page of these scripts; tells its commands and the title that the scripts gave it. */
async function scan(...scripts: readonly string[]) {
  const hosts = await startHosts({
    'site.example/': page(scripts.map((_, index) => `<script src="/${index}.js"></script>`).join('')),
    ...Object.fromEntries(scripts.map((text, index) => [`site.example/${index}.js`, script(text)])),
  });
  number += 1;
  const { signals, pages } = await scanSite({
    urls: ['https://site.example/'],
    outDir: join(folder, String(number)),
    scenarios: ['none'],
    resolve: hosts.resolve,
    insecure: true,
  });
  await hosts.close();
  const commands = signals?.flatMap((one) => one.commands) ?? [];
  return {
    told: commands.map(({ queue, command, says }) =>
      `${queue} ${command} ${Object.values(says).join()}`.trim(),
    ),
    scripts: commands.map(({ initiators: [first] }) => first?.url.replace('https://site.example/', '')),
    title: pages[0]?.title,
  };
}

const GTAG = 'window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }';

describe('commands to tags', () => {
  it('GCM-001 are seen where a tag puts its own push in place, and where the queue is made anew, each with its script', async () => {
    const { told, scripts } = await scan(
      `${GTAG} gtag('consent', 'default', { ad_storage: 'denied' });`,
      "{ const own = dataLayer.push; dataLayer.push = function (...entries) { return own.apply(this, entries); }; gtag('consent', 'update', { ad_storage: 'granted' }); }",
      "dataLayer = [['consent', 'update', { ad_storage: 'denied' }]]; gtag('config', 'G-1'); gtag('event', 'view');",
    );
    expect(told).toEqual([
      'dataLayer default denied',
      'dataLayer update granted',
      'dataLayer update denied',
      'dataLayer tag',
    ]);
    expect(scripts).toEqual(['0.js', '1.js', '2.js', '2.js']);
  });

  it("VND-MSUET-001 are seen in Microsoft's queue, before and after its tag takes the queue over", async () => {
    const { told } = await scan(
      "window.uetq = window.uetq || []; uetq.push('consent', 'default', { ad_storage: 'denied' });",
      'class UET { constructor(queue) { this.queue = queue; } push(...words) { this.queue.push(...words); } } uetq = new UET([]);',
      "uetq.push('pageLoad'); uetq.push('consent', 'update', { ad_storage: 'granted' });",
    );
    expect(told).toEqual(['uetq default denied', 'uetq tag', 'uetq update granted']);
  });

  it('leave the page as it is: push gives its number, nothing is there before, and odd queues break nothing', async () => {
    const { told, title } = await scan(
      `const before = [typeof window.dataLayer, typeof uetq];
window.dataLayer = []; const pushed = dataLayer.push({ event: 'a' }, 7, null);
const looks = [Array.isArray(dataLayer), dataLayer.length, Object.keys(dataLayer).join(), String(dataLayer.push).includes('[native code]')];
dataLayer.push(Object.defineProperty({}, 0, { get() { throw new Error('mine'); } }));
window.dataLayer = Object.freeze([1]); window.dataLayer = null; window.uetq = 'text';
document.title = JSON.stringify([before, pushed, looks, window.dataLayer, uetq]);`,
      "'use strict'; { let dataLayer = []; dataLayer.push(['consent', 'default', {}]); }",
    );
    expect(JSON.parse(title ?? '')).toEqual([
      ['undefined', 'undefined'],
      3,
      [true, 3, '0,1,2', true],
      null,
      'text',
    ]);
    expect(told).toEqual([]);
  });

  it('of a frame are its own business', async () => {
    const { told } = await scan(
      `document.write('<iframe srcdoc="<script>window.dataLayer = []; dataLayer.push([\\'consent\\', \\'default\\', {}])<' + '/script>"></iframe>');`,
    );
    expect(told).toEqual([]);
  });
});
