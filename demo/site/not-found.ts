import type { StaticPage } from './site-page.ts';

/** The page that is not there. */
export const notFoundPage: StaticPage = () => ({
  title: 'Page not found – Kopano',
  description: 'There is no page at this address.',
  main: `<div class="text empty">
<svg viewBox="0 0 160 100" aria-hidden="true"><rect x="30" y="20" width="100" height="66" rx="10" class="p-card2"/><path d="m32 28 48 34 48-34" class="p-line"/><circle cx="128" cy="22" r="17" class="p-b"/><path d="M128 13v10M128 30v.1" class="p-mark"/></svg>
<h1>Return to sender</h1>
<p class="lead">There is no page at this address. It may have moved without telling us.</p>
<p class="actions"><a class="button" href="/">Go to the start</a> <a class="button quiet" href="/contact">Tell us</a></p>
</div>`,
});
