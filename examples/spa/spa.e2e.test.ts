import { expect, it } from 'vitest';
import { behavesAsPromised, describeExample } from '../testing/describe-example.ts';

describeExample('The single-page example', ['spa'], (example) => {
  behavesAsPromised(example);

  it('asks once, however often the visitor changes pages, and in a view transition too', async () => {
    const { page, complaints } = await example().visit();
    const question = page.locator('avowal-notice [role=dialog]:visible');
    await question.waitFor();
    const startsTransition = () => {
      const { startViewTransition } = document;
      document.startViewTransition = (...args) => {
        const transition = startViewTransition.apply(document, args);
        (window as { finished?: Promise<unknown> }).finished = transition.finished;
        return transition;
      };
    };
    await page.evaluate(startsTransition);
    for (const link of ['Film', 'Home', 'Film']) {
      await page.locator('nav a', { hasText: link }).click();
      await page.evaluate(() => (window as { finished?: Promise<unknown> }).finished);
      expect(await question.count()).toBe(1);
    }
    await page.goBack();
    await page.locator('#gate').waitFor();
    expect(await question.count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('WDR-001 keeps the way back to the question on every page', async () => {
    const { page } = await example().visit();
    await page.locator('avowal-notice [data-avowal-action=reject]').click();
    for (const link of ['Film', 'Home']) {
      await page.locator('nav a', { hasText: link }).click();
      await page.locator('h1', { hasText: link === 'Film' ? 'Tonight' : 'Film club' }).waitFor();
      await page.locator('avowal-tab button').click();
      await page.locator('avowal-notice dialog[open]').waitFor();
      await page.keyboard.press('Escape');
    }
  });

  it('releases a frame that a page change brought, in its place, with what it had', async () => {
    const { reached, visit } = example();
    reached.length = 0;
    const { page } = await visit();
    await page.locator('nav a', { hasText: 'Film' }).click();
    await page.locator('avowal-placeholder [role=group]').waitFor();
    expect(reached).toEqual([]);
    await page.locator('avowal-notice [data-avowal-action=accept]').click();
    await page.frameLocator('main iframe').getByText('Video').waitFor();
    const frame = await page
      .locator('main iframe')
      .evaluate(({ title, width, height }: HTMLIFrameElement) => ({ title, width, height }));
    expect(frame).toEqual({ title: 'Big Buck Bunny', width: '480', height: '270' });
  });
});
