import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Inventory, Scenario } from '../model/inventory.ts';
import { scanSite } from './scan-site.ts';
import { page, type Routes, type RunningHosts, script, startHosts } from './testing/start-hosts.ts';

const root = mkdtempSync(join(tmpdir(), 'avowal-visitors-'));
let hosts: RunningHosts | undefined;
let scans = 0;

afterEach(async () => {
  await hosts?.close();
  hosts = undefined;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function scan(routes: Routes, ...scenarios: Scenario[]): Promise<Inventory> {
  hosts = await startHosts(routes);
  const outDir = join(root, String(++scans));
  return scanSite({
    urls: ['https://site.example/'],
    outDir,
    scenarios,
    resolve: hosts.resolve,
    insecure: true,
    quietMilliseconds: 150,
  });
}

const resultOf = ({ scenarios }: Inventory, scenario: Scenario) =>
  scenarios.find((result) => result.scenario === scenario);

const namesIn = ({ trackers }: Inventory, scenario: Scenario) =>
  trackers.filter(({ seen }) => seen[scenario]).map(({ name }) => name);

/** A notice that remembers for `seconds`; who accepts is counted by cookie and in storage. */
const notice = (
  seconds: number,
  settings = '',
) => `${settings}<div role="dialog" id="consent" hidden>We use cookies.
<button data-say="yes">Accept all</button> <button data-say="no">Reject all</button></div>
<script>
const box = document.getElementById('consent');
const said = /answer=(yes|no)/.exec(document.cookie)?.[1];
const count = () => { document.cookie = 'counted=1; max-age=99999; path=/'; localStorage.counted = 1; };
if (said === 'yes') count();
box.hidden = Boolean(said);
document.getElementById('again')?.addEventListener('click', () => { box.hidden = false; });
for (const button of box.querySelectorAll('button')) button.addEventListener('click', () => {
  document.cookie = 'answer=' + button.dataset.say + '; path=/' + (${seconds} ? '; max-age=${seconds}' : '');
  if (button.dataset.say === 'yes') count(); else document.cookie = 'counted=; max-age=0; path=/';
  box.hidden = true;
});
</script>`;

describe('a visitor with Global Privacy Control', () => {
  it('US-GPC-003 US-GPC-004 sends the header with every request, and shows the property in pages, frames and workers', async () => {
    const headers: Record<string, string> = {};
    const note =
      (answer: NonNullable<Routes[string]>): NonNullable<Routes[string]> =>
      (request, response) => {
        headers[request.url ?? ''] = String(request.headers['sec-gpc']);
        answer(request, response);
      };
    const tell = (where: string) =>
      `if (navigator.globalPrivacyControl === true) fetch('/seen-in-${where}');`;
    const inventory = await scan(
      {
        'site.example/': note(
          page(
            `<script>${tell('page')} new Worker('/worker.js')</script><iframe src="https://other.example/frame"></iframe>`,
          ),
        ),
        'site.example/worker.js': note(script(tell('worker'))),
        'other.example/frame': note(page(`<script>${tell('frame')}</script>`)),
        '*/seen-in-page': note(page('')),
        '*/seen-in-frame': note(page('')),
        '*/seen-in-worker': note(page('')),
      },
      'gpc',
    );
    expect(resultOf(inventory, 'gpc')).toEqual({
      scenario: 'gpc',
      outcome: 'done',
      declaresGpc: false,
      gpcTexts: [],
    });
    expect(headers).toEqual(
      Object.fromEntries(
        ['/', '/frame', '/seen-in-frame', '/seen-in-page', '/seen-in-worker', '/worker.js'].map((path) => [
          path,
          '1',
        ]),
      ),
    );
  });
});

it('US-GPC-005 reads at the well-known address whether the site says that it honours the signal', async () => {
  const inventory = await scan(
    {
      'site.example/': page(''),
      'site.example/.well-known/gpc.json': (_, response) =>
        response.end('{"gpc":true,"lastUpdate":"2026-01-01"}'),
    },
    'gpc',
  );
  expect(resultOf(inventory, 'gpc')).toMatchObject({ declaresGpc: true });
  expect(inventory.requests.map(({ example }) => example)).toEqual(['https://site.example/']);
});

it('US-GPC-002 reads what the first page shows of the signal, with it and without it', async () => {
  const body = `<p>We honour <b>GPC</b>.</p><p hidden>Opt-out request honored</p><script>
const host = document.body.appendChild(document.createElement('div'));
if (navigator.globalPrivacyControl) host.attachShadow({ mode: 'open' }).innerHTML = '<p>Opt-Out Request Honored</p>';
</script>`;
  const inventory = await scan({ 'site.example/': page(body) }, 'none', 'gpc');
  expect(resultOf(inventory, 'none')?.gpcTexts).toEqual(['GPC']);
  expect(resultOf(inventory, 'gpc')?.gpcTexts).toEqual(['GPC', 'Opt-Out Request Honored']);
  expect(inventory.pages.find(({ scenario }) => scenario === 'gpc')?.screenshot).toBe('gpc.jpg');
});

describe('a visitor with a telephone', () => {
  it('A11Y-004 LAW-L1-014 has a narrow window, touch and a browser that says so, and sees the notice as it is there', async () => {
    let agent = '';
    const inventory = await scan(
      {
        'site.example/': (request, response) => {
          agent = String(request.headers['user-agent']);
          page(
            `<meta name="viewport" content="width=device-width"><style>@media (width > 320px) { button { display: none } }</style>
            ${notice(9_999_999)}<script>
            if (navigator.maxTouchPoints > 0 && navigator.userAgentData.mobile) document.cookie = 'told=' + innerWidth;
            </script>`,
          )?.(request, response);
        },
      },
      'phone',
    );
    expect(agent).toMatch(/^Mozilla\/5\.0 \(Linux; Android 10; K\) .* Mobile Safari\//);
    expect(namesIn(inventory, 'phone')).toEqual(['answer', 'told']);
    const { outcome, buttons = [] } = resultOf(inventory, 'phone') ?? {};
    expect(outcome).toBe('done');
    expect(buttons.map(({ role, x, width }) => [role, x >= 0 && x + width <= 320])).toEqual([
      ['accept', true],
      ['reject', true],
    ]);
    expect(inventory.pages[0]?.screenshot).toBe('notice-phone.jpg');
  });
});

describe('a visitor who withdraws', () => {
  it('opens the settings, takes everything back, and what is left is seen: storage too', async () => {
    const inventory = await scan(
      { 'site.example/': page(notice(9_999_999, '<a id="again" href="#">Cookie settings</a>')) },
      'withdraw',
    );
    expect(resultOf(inventory, 'withdraw')).toMatchObject({
      outcome: 'done',
      clicked: 'text: accept all',
      withdrew: ['text: cookie settings', 'text: reject all'],
    });
    expect(inventory.trackers.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'js-cookie answer',
      'local-storage counted',
    ]);
  });

  it('WDR-001 says so where nothing takes the consent back', async () => {
    const inventory = await scan({ 'site.example/': page(notice(9_999_999)) }, 'withdraw');
    expect(resultOf(inventory, 'withdraw')).toMatchObject({ outcome: 'no-control' });
  });
});

describe('a visitor who saves the settings untouched', () => {
  it('LAW-L1-005 sees how each switch stands, in a closed shadow root too, by the name that stands beside it', async () => {
    const layer = `<div role="dialog">We use cookies. <button>Accept all</button><button id="open">Manage preferences</button>
      <form hidden><label><input type="checkbox" checked disabled> Necessary</label>
      <span id="name">Statistics</span><button type="button" role="switch" aria-checked="true" aria-labelledby="name"></button>
      <label><input type="checkbox"> Videos</label><button type="button" id="save">Save my choices</button></form></div>`;
    const inventory = await scan(
      {
        'site.example/': page(`<div id="host"></div><script>
          if (!document.cookie) {
            const root = document.getElementById('host').attachShadow({ mode: 'closed' });
            root.innerHTML = ${JSON.stringify(layer)};
            root.getElementById('open').onclick = () => { root.querySelector('form').hidden = false; };
            root.getElementById('save').onclick = () => { document.cookie = 'answer=1'; root.innerHTML = ''; };
          }
        </script>`),
      },
      'save',
    );
    expect(resultOf(inventory, 'save')).toEqual({
      scenario: 'save',
      outcome: 'done',
      clicked: 'text: manage preferences, text: save my choices',
      switches: [
        { name: 'Necessary', isOn: true, isFixed: true },
        { name: 'Statistics', isOn: true, isFixed: false },
        { name: 'Videos', isOn: false, isFixed: false },
      ],
    });
  });
});

describe('a visitor who allows one purpose alone', () => {
  it('LAW-L2-001 switches it on and all others off, and saves nothing where there is no switch for it', async () => {
    const layer = `<div role="dialog">We use cookies. <button>Accept all</button><button id="open">Manage preferences</button>
      <form hidden><button type="button" role="switch" aria-checked="true" aria-label="Statistics"></button>
      <button type="button" role="switch" aria-checked="false" aria-label="Marketing"></button>
      <label><input type="checkbox"> Ice cream</label><button type="button" id="save">Save my choices</button></form></div>`;
    const inventory = await scan(
      {
        'site.example/': page(`<div id="host"></div><script>
          if (!document.cookie) {
            const root = document.getElementById('host').attachShadow({ mode: 'closed' });
            root.innerHTML = ${JSON.stringify(layer)};
            root.getElementById('open').onclick = () => { root.querySelector('form').hidden = false; };
            const switches = [...root.querySelectorAll('[role=switch]')];
            for (const one of switches) one.onclick = () => one.setAttribute('aria-checked', one.ariaChecked !== 'true');
            root.getElementById('save').onclick = () => {
              const on = switches.filter((one) => one.ariaChecked === 'true').map((one) => one.ariaLabel);
              if (root.querySelector('input').checked) on.push('Ice');
              document.cookie = 'saved-' + on.join('-') + '=1';
              root.innerHTML = '';
            };
          }
        </script>`),
      },
      'only-functional',
      'only-marketing',
    );
    expect(resultOf(inventory, 'only-functional')).toEqual({
      scenario: 'only-functional',
      outcome: 'no-control',
    });
    expect(resultOf(inventory, 'only-marketing')).toMatchObject({ outcome: 'done' });
    expect(inventory.trackers.map(({ name, seen }) => [name, seen])).toEqual([
      ['saved-Marketing', { 'only-marketing': true }],
    ]);
  });
});

describe('a visitor who comes back', () => {
  it('LAW-STO-002 is asked again by a site that keeps the answer for the session alone', async () => {
    const inventory = await scan({ 'site.example/': page(notice(0)) }, 'reject');
    expect(resultOf(inventory, 'reject')).toMatchObject({
      asksAgain: true,
      wrote: [{ kind: 'cookie', name: 'answer', host: 'site.example', lifetimeSeconds: null }],
    });
  });

  it('LAW-STO-001 is not asked again by a site that keeps it, and what each answer wrote is known', async () => {
    const inventory = await scan({ 'site.example/': page(notice(9_999_999)) }, 'reject', 'accept');
    const lasting = expect.objectContaining({ name: 'answer' });
    expect(resultOf(inventory, 'reject')).toMatchObject({
      asksAgain: false,
      covered: 0,
      wrote: [lasting],
      // Its cookie lasts 115 days.
      laterVisits: [
        { daysAfter: 8, asksAgain: false },
        { daysAfter: 179, asksAgain: true },
      ],
    });
    const { wrote = [] } = resultOf(inventory, 'accept') ?? {};
    expect(wrote.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'cookie answer',
      'cookie counted',
      'local-storage counted',
    ]);
    expect(namesIn(inventory, 'reject')).toEqual(['answer']);
    expect(inventory.pages).toHaveLength(2);
  });
});
