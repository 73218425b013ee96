import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inventory, Scenario } from '../../model/inventory.ts';
import { scanSite } from '../scan-site.ts';
import { page, type RunningHosts, script, startHosts } from '../testing/start-hosts.ts';

const outDir = mkdtempSync(join(tmpdir(), 'avowal-signals-'));
const REFUSED = 'CQuIxQAQuIxQAP_ABBENCxFgAAAAAAAAAAYgAAAAAAAA.IHCQBQABAAKAA4AvMBwg.YAAAAAAAAAAA';

/** A strict page: its own scripts by nonce, and requests to two hosts. */
const CSP =
  "default-src 'none'; script-src 'nonce-n' https://tag.example; connect-src https://tag.example; img-src https://tag.example";

const HOME = `<script nonce="n">
window.dataLayer = window.dataLayer || [];
function gtag() { dataLayer.push(arguments); }
gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', wait_for_update: 500 });
const answer = /answer=(yes|no)/.exec(document.cookie)?.[1];
const state = (yes) => ({ ad_storage: yes ? 'granted' : 'denied', analytics_storage: yes ? 'granted' : 'denied' });
if (answer) gtag('consent', 'update', state(answer === 'yes'));
window.uetq = window.uetq || [];
uetq.push('consent', 'default', { ad_storage: 'denied' });
window.__tcfapi = (command, version, done) => done(command === 'ping'
  ? { cmpLoaded: true, cmpStatus: 'loaded' }
  : { tcString: '${REFUSED}', gdprApplies: true, purpose: { consents: {} } }, true);
gtag('js', new Date());
gtag('config', 'G-1', { user_id: 'jane' });
</script>
<script nonce="n" src="https://tag.example/tag.js"></script>
<div id="cookie-notice" role="dialog" style="position:fixed;bottom:0;background:#fff;padding:16px"><p>We would like to use cookies.</p>
<button data-yes="yes">Accept all</button> <button data-yes="no">Reject all</button></div>
<script nonce="n">
for (const button of document.querySelectorAll('button')) button.addEventListener('click', () => {
  document.cookie = 'answer=' + button.dataset.yes + ';path=/;max-age=99999';
  document.getElementById('cookie-notice').remove();
  gtag('consent', 'update', state(button.dataset.yes === 'yes'));
});
if (answer) document.getElementById('cookie-notice').remove();
</script>`;

const TAG = `fetch('https://tag.example/g/collect?v=2&cid=visitor4711&gcs=G100&gcd=13p3p3p3p5', { method: 'POST', mode: 'no-cors', body: 'em=jane' });
new Image().src = 'https://tag.example/px?gdpr=1&gdpr_consent=${REFUSED}&uid=jane';`;

let hosts: RunningHosts;
let inventory: Inventory;

beforeAll(async () => {
  hosts = await startHosts({
    'site.example/': page(HOME, { 'content-security-policy': CSP }),
    'tag.example/tag.js': script(TAG),
    'tag.example/g/collect': (_, response) => response.writeHead(204).end(),
    'tag.example/px': (_, response) => response.writeHead(204).end(),
  });
  inventory = await scanSite({
    urls: ['https://site.example/'],
    outDir,
    scenarios: ['none', 'accept'],
    resolve: hosts.resolve,
    insecure: true,
  });
});
afterAll(async () => {
  await hosts?.close();
  rmSync(outDir, { recursive: true });
});

const at = (scenario: Scenario, moment: string) =>
  inventory.signals?.find((one) => one.scenario === scenario && one.moment === moment);
const commands = (scenario: Scenario, moment: string) =>
  at(scenario, moment)?.commands.map(({ queue, command, says }) =>
    `${queue} ${command} ${says.ad_storage ?? ''}`.trim(),
  );

describe('what a page tells others about the answer, under a strict policy', () => {
  it('GCM-010 finds the codes of requests, with host, script and line, and nothing else of the request', () => {
    const sent = at('none', 'before')?.sent.find(({ system }) => system === 'google');
    expect(sent).toMatchObject({
      host: 'tag.example',
      count: 1,
      codes: { gcs: 'G100', gcd: '13p3p3p3p5' },
      says: { ad_storage: 'denied', ad_user_data: 'denied' },
    });
    expect(sent?.initiators[0]).toMatchObject({ url: 'https://tag.example/tag.js', line: 1 });
    expect(readFileSync(join(outDir, 'inventory.json'), 'utf8')).not.toMatch(/jane|visitor4711|CQuIxQA/);
  });

  it('TCF-STR-011 finds the TC string of a pixel and of the interface, and that they are the same', () => {
    const page = at('none', 'before');
    const sent = page?.sent.find(({ system }) => system === 'tcf');
    const answered = page?.answered.find(({ system }) => system === 'tcf');
    expect(sent?.tc).toMatchObject({ cmpId: 1023, purposes: [] });
    expect(answered).toMatchObject({ status: 'loaded', applies: true });
    expect(answered?.tc?.hash).toBe(sent?.tc?.hash);
  });

  it('GCM-001 keeps the order of commands, the start of the tag among them', () => {
    expect(commands('none', 'before')).toEqual([
      'dataLayer default denied',
      'uetq default denied',
      'dataLayer tag',
    ]);
    expect(at('none', 'before')?.commands[0]).toMatchObject({ waitForUpdate: 500 });
    expect(at('none', 'before')?.commands[0]?.initiators[0]).toMatchObject({ url: 'https://site.example/' });
  });

  it('GCM-002 GCM-008 tells what was said at the answer from what the next page says', () => {
    expect(commands('accept', 'answer')).toEqual(['dataLayer update granted']);
    expect(commands('accept', 'after')?.slice(0, 2)).toEqual([
      'dataLayer default denied',
      'dataLayer update granted',
    ]);
    expect(at('accept', 'return')?.sent.length).toBeGreaterThan(0);
  });
});
