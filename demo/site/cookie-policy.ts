import type { DemoPolicy } from '../demo-policy.ts';
import { escapeHtml } from './escape-html.ts';
import type { SitePage } from './site-page.ts';

const HEADER = '<header><p class="kicker">Cookies</p><h1>Cookie policy</h1></header>';

const CONTROL =
  '<button type="button" class="button" data-avowal-action="open" data-needs-avowal hidden>Change your choice</button>';

async function content(policy: DemoPolicy | undefined): Promise<string> {
  if (!policy) {
    return `${HEADER}<p class="lead">The policy is not set up yet.</p>
<p>It is made from a scan of this site. Until then nobody can say for certain which trackers are in use, so nothing is promised here.</p>`;
  }
  if (policy.html) return policy.html('en');
  return `${HEADER}<p class="lead">Every tracker of this site, what it is for and how long it stays, as measured on the site itself.</p>
<p class="actions"><a class="button" href="${escapeHtml(policy.url)}">Read the cookie policy</a> ${CONTROL}</p>`;
}

/** `/cookie-policy`: shows the policy, or leads to it, or says that there is none. */
export async function cookiePolicy(policy: DemoPolicy | undefined): Promise<SitePage> {
  return {
    title: 'Cookie policy – Kopano',
    description: 'Which trackers this site uses, for what and for how long.',
    main: `<div class="text">${await content(policy)}</div>`,
  };
}
