import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ExampleName } from './serve-example.ts';
import { type RunningExample, startExample, type Visit } from './start-example.ts';

const missing = inject('missing');

/** Tests of one built example, which is running; skipped, with the reason in the name, where it could not be installed. */
export function describeExample(
  what: string,
  [name, build]: readonly [ExampleName, ('production' | 'development')?],
  test: (example: () => RunningExample) => void,
): void {
  describe.skipIf(missing)(missing ? `${what} (skipped: ${missing})` : what, () => {
    let running: RunningExample;
    beforeAll(async () => {
      running = await startExample(name, build);
    });
    afterAll(() => running?.close());
    test(() => running);
  });
}

const press = (page: Visit['page'], action: string) =>
  page.locator(`avowal-notice [data-avowal-action="${action}"]:visible`).first().click();
const placeholder = (page: Visit['page']) => page.locator('avowal-placeholder [role=group]');
const gate = (page: Visit['page'], text: string) => page.locator('#gate', { hasText: text }).waitFor();
const footer = (page: Visit['page'], text: string) => page.locator('footer', { hasText: text }).waitFor();
const follow = (page: Visit['page'], link: string) => page.locator('nav a', { hasText: link }).click();

/** Waits until a request that the page has begun would have arrived. */
const settle = (page: Visit['page']) =>
  page.evaluate(async () => {
    for (let count = 0; count < 3; count += 1) await (await fetch('/_avowal/healthz')).text();
  });

async function withdraw(page: Visit['page']): Promise<void> {
  await page.locator('nav button').click();
  await press(page, 'withdraw');
}

/** What every example does, whatever it is built with. */
export function behavesAsPromised(example: () => RunningExample): void {
  it('LAW-BLOCK-002 asks for nothing of others before an answer, and shows what there is instead', async () => {
    const { reached, visit } = example();
    reached.length = 0;
    const { page, complaints } = await visit();
    await page.locator('avowal-notice [role=dialog]').waitFor();
    await gate(page, 'not counted');
    await footer(page, 'not answered');
    await follow(page, 'Film');
    await placeholder(page).waitFor();
    await settle(page);
    expect({ reached, complaints }).toEqual({ reached: [], complaints: [] });
  });

  it('opens everything on "accept", and runs a script once', async () => {
    const { reached, visit } = example();
    reached.length = 0;
    const { page, complaints } = await visit();
    await press(page, 'accept');
    await gate(page, 'Thank you');
    await footer(page, 'have answered');
    await page.waitForFunction(() => 'ran' in window);
    expect(await page.evaluate(() => (window as { ran?: string[] }).ran)).toEqual(['film-club']);
    await follow(page, 'Film');
    await page.frameLocator('main iframe').getByText('Video').waitFor();
    await follow(page, 'Home');
    await gate(page, 'Thank you');
    await settle(page);
    expect(complaints).toEqual([]);
    expect([...reached].sort()).toEqual(['stats.example/count.js', 'www.youtube.com/embed/aqz-KE-bpKQ']);
  });

  it('WDR-004 closes everything on withdrawal', async () => {
    const { reached, visit } = example();
    const { page, complaints } = await visit();
    await press(page, 'accept');
    await follow(page, 'Film');
    await page.frameLocator('main iframe').getByText('Video').waitFor();
    await withdraw(page);
    await follow(page, 'Home');
    await gate(page, 'not counted');
    reached.length = 0;
    await follow(page, 'Film');
    await placeholder(page).waitFor();
    await settle(page);
    expect({ reached, complaints }).toEqual({ reached: [], complaints: [] });
  });

  it('LAW-BLOCK-004 WDR-001 asks for nothing of others after "reject", and keeps the way back to the question', async () => {
    const { reached, visit } = example();
    reached.length = 0;
    const { page, complaints } = await visit();
    await press(page, 'reject');
    await footer(page, 'have answered');
    await follow(page, 'Film');
    await placeholder(page).waitFor();
    await follow(page, 'Home');
    await gate(page, 'not counted');
    expect(await page.locator('avowal-tab button').isVisible()).toBe(true);
    expect(await page.locator('avowal-notice [role=dialog]:visible').count()).toBe(0);
    await settle(page);
    expect({ reached, complaints }).toEqual({ reached: [], complaints: [] });
  });

  it.each(['/', '/film'])(
    'shows a returning visitor at %s at once what was accepted, asked for once',
    async (path) => {
      const { reached, visit } = example();
      const { page, complaints } = await visit();
      await press(page, 'accept');
      await page.waitForFunction(() => 'ran' in window);
      reached.length = 0;
      await page.goto(new URL(path, page.url()).href);
      await footer(page, 'have answered');
      if (path === '/') await gate(page, 'Thank you');
      else await page.frameLocator('main iframe').getByText('Video').waitFor();
      const asked = path === '/' ? 'stats.example/count.js' : 'www.youtube.com/embed/aqz-KE-bpKQ';
      await settle(page);
      expect({ reached, complaints }).toEqual({ reached: [asked], complaints: [] });
    },
  );

  it.each(['/', '/film'])(
    'starts nothing of a page that was left before the answer, from %s',
    async (path) => {
      const { reached, visit } = example();
      reached.length = 0;
      const { page, complaints } = await visit(path);
      await follow(page, 'Home');
      await gate(page, 'not counted');
      await follow(page, 'Film');
      await placeholder(page).waitFor();
      await press(page, 'accept');
      await page.frameLocator('main iframe').getByText('Video').waitFor();
      await settle(page);
      expect({ reached, complaints }).toEqual({
        reached: ['www.youtube.com/embed/aqz-KE-bpKQ'],
        complaints: [],
      });
    },
  );
}

/** What the examples do whose frameworks know trusted types: `names` are the policies that the page allows. */
export function worksWithTrustedTypes(example: () => RunningExample, names: string): void {
  it.each(['/', '/film'])('works at %s where the page requires trusted types', async (path) => {
    const { reached, visit } = example();
    reached.length = 0;
    const policy = `require-trusted-types-for 'script'; trusted-types ${names}`;
    const { page, complaints } = await visit(path, policy);
    await press(page, 'accept');
    await follow(page, 'Home');
    await expect.poll(() => reached).toContain('stats.example/count.js');
    await follow(page, 'Film');
    await page.frameLocator('main iframe').getByText('Video').waitFor();
    expect(complaints).toEqual([]);
  });
}
