import { randomBytes } from 'node:crypto';
import { dashboardPolicy } from '../security-headers.ts';
import type { Page } from './page.ts';
import { renderPage } from './page.ts';

/** Answers with a page of the dashboard: never cached, no script, styles by nonce. */
export async function pageResponse(page: Page, status = 200): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  return new Response(String(await renderPage(page, nonce)), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': dashboardPolicy(nonce),
      'cross-origin-opener-policy': 'same-origin',
    },
  });
}
