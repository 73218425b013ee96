import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeCost } from '../../model/notice-facts.ts';
import { type OpenSession, openSession } from '../testing/open-session.ts';
import { page, type Routes, script } from '../testing/start-hosts.ts';
import { findNotice } from './close-notice.ts';
import { findMaker } from './find-maker.ts';
import { measureClick } from './measure-click.ts';
import { measureCost } from './measure-cost.ts';
import { pressButton } from './press-button.ts';
import { watchLoads } from './watch-loads.ts';

const WORDS = 'We ask for your consent to count visits with cookies. '.repeat(8);
const notice = (style: string) =>
  `<div role="dialog" id="box" style="position:fixed;left:0;right:0;background:#fff;${style}"><p>${WORDS}</p><button>Accept all</button> <button>Reject all</button></div>`;

/** Only what has been painted can move, or come after anything. */
const painted = (script: string) =>
  `<script>requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { ${script}; document.title = 'done'; }, 200)));</script>`;
const inRoot = (html: string) => `host.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(html)}`;

const routes: Routes = {
  'site.example/still': page(`<h1>${WORDS.repeat(4)}</h1>${notice('bottom:0')}${painted('')}`),
  'site.example/jumps': page(
    `<h1>Site</h1>${notice('top:0')}${painted("box.style.top = 'auto'; box.style.bottom = '0'")}`,
  ),
  'site.example/late': page(
    `<h1>Site</h1><div id="host"></div>${painted(`host.innerHTML = ${JSON.stringify(notice('bottom:0'))}`)}`,
  ),
  'site.example/hidden': page(`<h1>Site</h1><div id="host"></div>${painted(inRoot(notice('bottom:0')))}`),
};

const madeBy = (src: string) => page(`<div id="host"></div><script src="${src}"></script>`);
const made = script(
  `/* ${'.'.repeat(50_000)} */ host.innerHTML = ${JSON.stringify(notice('bottom:0'))};
  host.querySelector('button').onclick = () => { const end = performance.now() + 300; while (performance.now() < end); host.id = 'clicked'; }; document.title = 'done';`,
);
Object.assign(routes, {
  'site.example/foreign': madeBy('https://consent.example/made.js?v=1'),
  'site.example/own': madeBy('/made.js'),
  'consent.example/made.js': made,
  'site.example/made.js': made,
});

let open: OpenSession;

beforeAll(async () => {
  open = await openSession(routes);
});
afterAll(async () => {
  await open?.close();
});

async function costOf(path: string): Promise<NoticeCost | undefined> {
  await open.visit(`https://site.example/${path}`);
  await expect.poll(() => open.evaluate('document.title')).toBe('done');
  // What has changed counts once it is painted.
  await open.tab.session.send('Runtime.evaluate', {
    expression: 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    awaitPromise: true,
  });
  const { button } = await findNotice(open.tab, new AbortController().signal);
  return button && measureCost(button, open.tab);
}

it('finds no cost in a notice that is smaller than the page and stays where it is', async () => {
  expect(await costOf('still')).toEqual({ isLargestPaint: false, laterMilliseconds: 0, layoutShift: 0 });
});

it('sums up the layout shift of a notice that jumps', async () => {
  expect((await costOf('jumps'))?.layoutShift).toBeGreaterThan(0.1);
});

it('sees that the largest paint is the notice, and that it came after the page', async () => {
  const cost = await costOf('late');
  expect(cost).toMatchObject({ isLargestPaint: true, layoutShift: 0 });
  expect(cost?.laterMilliseconds).toBeGreaterThan(100);
});

it('leaves out what the browser does not tell of a shadow root', async () => {
  expect(await costOf('hidden')).toEqual({ layoutShift: 0 });
});

describe('who makes the notice', () => {
  async function makerOf(path: string) {
    const loads = await watchLoads(open.tab);
    await costOf(path);
    const { button } = await findNotice(open.tab, new AbortController().signal);
    return button && findMaker(button, 'site.example', loads());
  }

  it('is told by script, with what the page loads from that company', async () => {
    const maker = await makerOf('foreign');
    expect(maker).toMatchObject({ script: 'https://consent.example/made.js', requests: 1 });
    expect(maker?.kilobytes).toBeGreaterThanOrEqual(50);
    expect(maker?.kilobytes).toBeLessThan(60);
  });

  it('is not weighed where it is the site itself, and not known where the notice stands in the HTML', async () => {
    expect(await makerOf('own')).toEqual({ script: 'https://site.example/made.js' });
    expect(await makerOf('still')).toBeUndefined();
  });
});

it('measures for how long the page was busy with a click, and nothing where it was short', async () => {
  await costOf('own');
  const { button } = await findNotice(open.tab, new AbortController().signal);
  if (!button) throw new Error('There is no notice.');
  await pressButton(button, open.tab.session);
  await expect.poll(() => open.evaluate("Boolean(document.getElementById('clicked'))")).toBe(true);
  expect(await measureClick(open.tab)).toBeGreaterThanOrEqual(290);
  await costOf('still');
  expect(await measureClick(open.tab)).toBe(0);
});
