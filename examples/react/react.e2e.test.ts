import { expect, it } from 'vitest';
import { behavesAsPromised, describeExample } from '../testing/describe-example.ts';

describeExample('The React example, as it is published', ['react'], (example) => {
  behavesAsPromised(example);

  it.each(['/', '/film'])('works at %s where the page requires trusted types', async (path) => {
    const { reached, visit } = example();
    reached.length = 0;
    const { page, complaints } = await visit(
      path,
      "require-trusted-types-for 'script'; trusted-types avowal",
    );
    await page.locator('avowal-notice [data-avowal-action=accept]').click();
    await page.locator('nav a', { hasText: 'Home' }).click();
    await expect.poll(() => reached).toContain('stats.example/count.js');
    await page.locator('nav a', { hasText: 'Film' }).click();
    await page.frameLocator('main iframe').getByText('Video').waitFor();
    expect(complaints).toEqual([]);
  });
});

// A development build says what differs between the server's HTML and the browser's first picture of it.
// React mounts everything twice in it.
describeExample('The React example, in development', ['react', 'development'], behavesAsPromised);
