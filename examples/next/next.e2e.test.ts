import { expect, it } from 'vitest';
import { behavesAsPromised, describeExample } from '../testing/describe-example.ts';

describeExample('The Next.js example', ['next'], (example) => {
  behavesAsPromised(example);

  it('sends HTML that loads nothing by itself, the same for every visitor', async () => {
    const { page } = await example().visit();
    await page.locator('avowal-notice [data-avowal-action=accept]').click();
    const fetchText = (path: string) => page.evaluate(async (url) => (await fetch(url)).text(), path);
    const [home, film] = [await fetchText('/'), await fetchText('/film')];
    expect(home).toContain('Visits are not counted.');
    expect(home).toMatch(
      /<script data-site="film-club" nonce="\w+=*" type="text\/plain" data-avowal="counter"/,
    );
    expect(film).toMatch(/<iframe title="Big Buck Bunny"[^>]* data-avowal-src="https:\/\/www\.youtube\.com/);
    expect(film).not.toMatch(/<[^>]+ src="https:\/\/www\.youtube\.com/);
  });

  it('puts the runtime into the head, with the nonce that the policy asks for', async () => {
    const { page } = await example().visit();
    const { policy, html } = await page.evaluate(async () => {
      const answer = await fetch('/');
      return { policy: answer.headers.get('content-security-policy') ?? '', html: await answer.text() };
    });
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    const script = /<script[^>]*src="\/_avowal\/c\/example\.js"[^>]*>/.exec(
      html.split('</head>')[0] ?? '',
    )?.[0];
    expect(script).toContain(`nonce="${nonce}"`);
    // Otherwise the page would be parsed, and its frames loaded, before the runtime has run.
    expect(script).not.toMatch(/async|defer/);
  });
});
