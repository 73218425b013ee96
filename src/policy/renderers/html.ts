import { DESIGN_TOKENS } from '../../model/design-tokens.ts';
import { formatDate } from '../format-date.ts';
import type { PolicyDocument } from '../policy-document.ts';
import type { PolicyContext } from '../policy-section.ts';
import { escapeHtml } from './escape-html.ts';
import { blockToHtml } from './html-block.ts';
import { PAGE_STYLE } from './page-style.ts';

/**
 * The controls change the choice that the browser keeps for the address of the page. Where that is none of the site's own,
 * or the runtime did not arrive, they would promise something that does not happen.
 */
const CHECK_CONTROLS = `<script>(() => {
const controls = document.querySelector('[data-domains]'), host = location.hostname;
const isOwn = controls.dataset.domains.split(' ').some((domain) => host === domain || host.endsWith('.' + domain));
if (window.avowal && isOwn) return;
controls.hidden = true;
controls.nextElementSibling.hidden = false;
})()</script>`;

/** The policy as a whole web page, which reads without JavaScript. The runtime's script is the first in its head. */
export function renderHtml(policy: PolicyDocument, { input, locale, dir, texts }: PolicyContext): string {
  const { site } = input.config;
  const items = policy.sections.map(
    ({ id, title }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`,
  );
  const sections = policy.sections.map(
    ({ id, title, blocks }) => `<section aria-labelledby="${escapeHtml(id)}">
<h2 id="${escapeHtml(id)}">${escapeHtml(title)}</h2>
${blocks.map(blockToHtml).join('\n')}
</section>`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${dir}">
<head>
<meta charset="utf-8">
<script src="${escapeHtml(input.runtimeUrl)}"></script>
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(policy.title)} · ${escapeHtml(site.name)}</title>
<style>${DESIGN_TOKENS}${PAGE_STYLE}</style>
</head>
<body>
<header>
<a class="skip" href="#policy">${escapeHtml(texts.toContent)}</a>
<p class="site">${escapeHtml(site.name)}</p>
<h1>${escapeHtml(policy.title)}</h1>
<p class="updated">${escapeHtml(texts.changes.updated)}: <time datetime="${escapeHtml(input.updatedAt)}">${escapeHtml(formatDate(input.updatedAt, locale))}</time></p>
</header>
<div class="sheet">
<nav aria-labelledby="contents"><p id="contents">${escapeHtml(texts.contents)}</p>
<ol>${items.join('\n')}</ol></nav>
<main id="policy">
${sections.join('\n')}
</main>
</div>
${CHECK_CONTROLS}
</body>
</html>
`;
}
