import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NoticeAccess } from '../../model/notice-facts.ts';
import { type OpenSession, openSession } from '../testing/open-session.ts';
import { page } from '../testing/start-hosts.ts';
import { findNotice } from './close-notice.ts';
import { readAccess } from './read-access.ts';

const BAR =
  'position:fixed;bottom:0;left:0;right:0;z-index:1;background:#fff;color:#222;box-sizing:border-box;max-height:100%;overflow:auto';
const BUTTONS = '<button>Accept all</button> <button>Reject all</button>';

const notice = (style: string, buttons = BUTTONS) =>
  `<div role="dialog" aria-label="Cookies" style="${BAR};${style}"><p>We use cookies.</p>${buttons}</div>`;

const routes = {
  'site.example/good': page(`<main><h1>Site</h1><a href="/x">Elsewhere</a></main>${notice('')}`),
  'site.example/bad': page(
    `<main><h1>Site</h1></main>${notice(
      'color:#ccc;min-height:400px;max-height:none',
      '<span onclick="" style="cursor:pointer">Accept all</span> <button style="position:absolute;left:500px">Reject all</button>',
    )}<p style="position:fixed;bottom:30px;left:40px;z-index:0"><a id="under" href="/x">Under it</a></p>`,
  ),
  'site.example/closed': page(`<main><h1>Site</h1></main><div id="host"></div><script>
host.attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(notice(''))};
</script>`),
  'site.example/fades': page(
    `<main><h1>Site</h1></main><style>@keyframes fade { from { opacity: 0 } }</style>${notice('animation:fade 1s')}`,
  ),
};

const folder = mkdtempSync(join(tmpdir(), 'avowal-access-'));
let open: OpenSession;

beforeAll(async () => {
  open = await openSession(routes);
});
afterAll(async () => {
  await open?.close();
  rmSync(folder, { recursive: true });
});

async function look(path: string): Promise<NoticeAccess> {
  await open.visit(`https://site.example/${path}`);
  const { button } = await findNotice(open.tab, new AbortController().signal);
  if (!button) throw new Error('There is no notice.');
  return readAccess(button, open.tab, folder);
}

it('A11Y-013 finds nothing wrong with a notice that is right, and leaves the page as it was', async () => {
  const { screenshot, ...facts } = await look('good');
  expect(facts).toEqual({
    violations: [],
    buttons: ['accept', 'reject'].map((role) => ({
      role,
      text: role === 'accept' ? 'Accept all' : 'Reject all',
      canFocus: true,
      isInNarrowView: true,
    })),
    obscured: [],
    scrollsSideways: false,
    isCut: false,
  });
  expect(readdirSync(folder)).toContain(screenshot);
  const left = '[typeof axe, innerWidth > 320, document.activeElement === document.body, scrollY]';
  expect(await open.evaluate(left)).toEqual(['undefined', true, true, 0]);
});

it('A11Y-001 A11Y-003 A11Y-004 A11Y-005 finds what is wrong with a notice, element by element', async () => {
  const { violations, buttons, obscured, isCut } = await look('bad');
  expect(violations).toMatchObject([
    {
      rule: 'color-contrast',
      impact: 'serious',
      nodes: [{ html: expect.stringContaining('We use cookies') }, {}],
    },
  ]);
  expect(buttons).toMatchObject([
    { role: 'accept', canFocus: false },
    { role: 'reject', canFocus: true, isInNarrowView: false },
  ]);
  expect(obscured).toMatchObject([{ selector: expect.stringContaining('a#under'), text: 'Under it' }]);
  expect(isCut).toBe(true);
});

it('says nothing of what axe-core cannot look into', async () => {
  const { violations, buttons } = await look('closed');
  expect(violations).toBeUndefined();
  expect(buttons).toMatchObject([{ canFocus: true, isInNarrowView: true }, {}]);
});

it('A11Y-003 waits until a notice has faded in, and takes no pale moment for its contrast', async () => {
  expect((await look('fades')).violations).toEqual([]);
});
