import { readFileSync } from 'node:fs';
import { resolveConfig } from '../../../../src/knowledge/config/resolve-config.ts';
import { coreTag } from '../../../../src/rewrite/core-tag.ts';
import { createPageRewriter } from '../../../../src/rewrite/page-rewriter.ts';
import { readBrowserBundles } from '../../../../src/server/sites/browser-bundles.ts';
import { compileSite } from '../../../../src/server/sites/compile-site.ts';
import { installSnippet } from '../../../../src/server/sites/install-snippet.ts';
import { plainTracker } from '../article-page.ts';
import type { ServiceId, Tool, ToolFile, Tracker } from '../tool.ts';
import { avowalConfig } from './avowal-config.ts';

const BASE = '/_avowal';
const text = ({ identity }: { readonly identity: Uint8Array }) => new TextDecoder().decode(identity);
const { version } = JSON.parse(
  readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
) as { version: string };

/** The documented markup by hand. */
function mark(tracker: Tracker): string {
  switch (tracker.kind) {
    case 'script':
      return `<script type="text/plain" data-avowal="${tracker.service}" src="${tracker.src}" async></script>`;
    case 'inline':
      return `<script type="text/plain" data-avowal="${tracker.service}">${tracker.code}</script>`;
    case 'iframe':
      return `<iframe data-avowal="${tracker.service}" data-avowal-src="${tracker.src}" title="Embedded" width="300" height="150"></iframe>`;
    case 'image':
      return `<img data-avowal="${tracker.service}" data-avowal-src="${tracker.src}" alt="" width="1" height="1">`;
    case 'stylesheet':
      return `<link rel="stylesheet" data-avowal="${tracker.service}" data-avowal-href="${tracker.src}">`;
  }
}

/** Avowal's two installs, with the bundles and the texts that its server compiles for a site. */
export function avowalTools(hosts: Readonly<Record<ServiceId, string[]>>): readonly Tool[] {
  const config = resolveConfig(avowalConfig(hosts));
  const site = compileSite(config, readBrowserBundles(), BASE, new Date(0));
  const core = text(site.coreScript);
  const script = (body: string): ToolFile => ({ type: 'text/javascript; charset=utf-8', body });
  const files: Record<string, ToolFile> = {
    // As the route of the server says.
    [`${BASE}/c/magazine.js`]: {
      ...script(core),
      cacheControl: 'public, max-age=300, stale-while-revalidate=3600',
    },
    ...Object.fromEntries(
      [...site.noticeScripts].map(([name, asset]) => {
        const [part, locale] = name.split('.');
        return [`${BASE}/c/magazine/${part}.${site.version.uiRevision}.${locale}.js`, script(text(asset))];
      }),
    ),
  };
  const selectors = {
    notice: 'avowal-notice >>> .n',
    accept: 'avowal-notice >>> .n [data-avowal-action="accept"]',
    reject: 'avowal-notice >>> .n [data-avowal-action="reject"]',
    settings: 'avowal-notice >>> .n [data-avowal-action="settings"]',
  };
  return [
    {
      id: 'avowal',
      name: `Avowal ${version}, core inline`,
      setup: 'The server rewrites the page: the core stands inline first in head, and what waits is marked.',
      selectors,
      files,
      parts: () => ({}),
      mark: plainTracker,
      rewrite: (html) => {
        const rewriter = createPageRewriter(site.runtime, {
          script: coreTag({ inline: core }),
          url: 'https://www.magazine.test/',
        });
        return rewriter.write(html) + rewriter.end();
      },
    },
    {
      id: 'avowal-external',
      name: `Avowal ${version}, external script`,
      setup:
        'The copy-paste snippet first in head (inline: preload of the notice where nobody has answered, and guard; script tag) from the same host; what waits is marked by hand as documented.',
      selectors,
      files,
      parts: () => ({ head: installSnippet(site, BASE) }),
      mark,
    },
  ];
}
