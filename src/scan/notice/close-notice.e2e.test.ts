import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForQuiet } from '../page/quiet-detector.ts';
import { type OpenSession, openSession } from '../testing/open-session.ts';
import { page } from '../testing/start-hosts.ts';
import { closeNotice, findNotice, reopenNotice } from './close-notice.ts';

const BUTTONS = '<p>We use cookies.</p><button id="yes">Accept all</button> <button>Reject all</button>';
const BOX = 'position:fixed;bottom:0;left:0;padding:24px;background:#fff';

/** `closes` runs when one of the ways is taken: a script that may use `how`. */
const noticePage = (script: string) =>
  page(`<main><h1>Site</h1></main><div id="host"></div><script>
const keep = (how) => { document.cookie = 'closed=' + how + ';path=/'; host.remove(); };
if (document.cookie.includes('closed=')) host.remove();
else { ${script} }
</script>`);

const routes = {
  'site.example/dialog': noticePage(
    `host.innerHTML = '<dialog>${BUTTONS}</dialog>'; host.firstChild.showModal(); host.firstChild.onclose = () => keep('escape');`,
  ),
  'site.example/closed-root': noticePage(
    `const root = host.attachShadow({ mode: 'closed' });
root.innerHTML = '<div style="${BOX};width:400px">${BUTTONS}<button id="icon" style="position:absolute;top:0;right:0"><svg width="20" height="20"></svg></button></div>';
root.getElementById('icon').onclick = () => keep('icon');`,
  ),
  'site.example/backdrop': noticePage(
    `host.innerHTML = '<div id="dark" style="position:fixed;inset:0;background:#0008"><div style="${BOX}">${BUTTONS}</div></div>';
document.getElementById('dark').onclick = ({ target }) => target.id === 'dark' && keep('beside');`,
  ),
  'site.example/late': noticePage(
    `setTimeout(() => { host.innerHTML = '<div style="${BOX}">${BUTTONS}</div>'; }, 4000);`,
  ),
  'site.example/patient': noticePage(`host.innerHTML = '<div style="${BOX}">${BUTTONS}</div>';`),
};

const folder = mkdtempSync(join(tmpdir(), 'avowal-close-'));
let open: OpenSession;

beforeAll(async () => {
  open = await openSession(routes);
});
afterAll(async () => {
  await open?.close();
  rmSync(folder, { recursive: true });
});

function partsFor(path: string) {
  const { session, tab } = open;
  const { signal } = new AbortController();
  return {
    session,
    tab,
    outDir: folder,
    signal,
    async revisit() {
      session.beginPage();
      await tab.session.send('Page.navigate', { url: `https://site.example/${path}` });
      await waitForQuiet(session.quiet, signal);
    },
  };
}

async function close(path: string) {
  const parts = partsFor(path);
  await open.visit(`https://site.example/${path}`);
  const { button } = await findNotice(parts.tab, parts.signal);
  if (!button) throw new Error('There is no notice.');
  return closeNotice(button, parts);
}

it.each([
  ['Escape in a dialog', 'dialog', 'escape'],
  ['a picture in the corner of a closed shadow root', 'closed-root', 'button'],
  ['a click on what darkens the page', 'backdrop', 'beside'],
])('LAW-L1-006 closes a notice by %s, and reads what was stored', async (_, path, way) => {
  const { closings } = await close(path);
  const gone = closings.filter(({ isGone }) => isGone);
  expect(gone.map(({ by }) => by)).toEqual([way]);
  expect(gone[0]?.wrote).toMatchObject([{ kind: 'cookie', name: 'closed' }]);
  expect(readdirSync(folder)).toContain(gone[0]?.screenshot);
  // The others were tried too, each on a page where the notice was open.
  expect(closings.map(({ by }) => by)).toEqual(expect.arrayContaining(['escape', 'beside']));
});

it('LAW-L1-006 says that nothing happened where a notice stays open', async () => {
  const { closings } = await close('patient');
  expect(closings.map(({ by, isGone, wrote }) => [by, isGone, wrote])).toEqual([
    ['escape', false, []],
    ['beside', false, []],
  ]);
});

it('waits for a notice that was there before, longer than for one that may not be there', async () => {
  expect(await reopenNotice(partsFor('late'))).toBeDefined();
});
