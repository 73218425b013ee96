import { describe, expect, it } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';

describe('The policy page', () => {
  it('comes in the language asked for, else the browser’s, else the site’s first', async () => {
    const server = await startTestServer();
    const language = async (path: string, header: string) =>
      (await fetch(`${server.url}${path}`, { headers: { 'accept-language': header } })).headers.get(
        'content-language',
      );
    expect(await language('/p/shop', 'de-CH, en;q=0.5')).toBe('de');
    expect(await language('/p/shop?lang=en', 'de')).toBe('en');
    expect(await language('/p/shop.md', 'fr')).toBe('en');
  });

  it('runs the runtime of this server and nothing else', async () => {
    const server = await startTestServer();
    const response = await fetch(`${server.url}/p/shop`);
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    const page = await response.text();
    expect(page).toContain(`<script nonce="${nonce}"`);
    expect(page).toContain(`${server.url}/c/shop.js`);
    expect((await fetch(`${server.url}/p/shop`)).headers.get('content-security-policy')).not.toBe(policy);
  });

  it('exists as Markdown and JSON too', async () => {
    const server = await startTestServer();
    const markdown = await fetch(`${server.url}/p/shop.md?lang=de`);
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect((await markdown.text()).startsWith('# ')).toBe(true);
    expect(JSON.parse(await (await fetch(`${server.url}/p/shop.json`)).text())).toBeTypeOf('object');
    expect((await fetch(`${server.url}/p/other`)).status).toBe(404);
    expect((await fetch(`${server.url}/p/shop.exe`)).status).toBe(404);
  });
});
