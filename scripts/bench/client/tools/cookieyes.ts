import type { Tool, Tracker } from '../tool.ts';
import { bundlePeer } from './bundle-peer.ts';
import { minifyCss, peerVersion, readPeer, scriptFile, styleFile } from './peer-files.ts';

const CATEGORIES = { media: 'functional', stats: 'analytics', ads: 'advertisement' } as const;

const program = (hosts: readonly string[]) => `
import { createRoot } from 'react-dom/client';
import { CookieBanner, CookiePreferences, GatedScript, RecallButton, initCookieYes } from '@cookieyes/react';
${hosts.length ? "import { registerNetworkBlocker } from '@cookieyes/core/network-blocker'; registerNetworkBlocker();" : ''}
initCookieYes({
  mode: 'cookie-only',
  regulation: 'GDPR',
  colorScheme: 'light',
  ${hosts.length ? `networkBlocker: { rules: ${JSON.stringify(hosts.map((domain) => ({ id: domain, domain, category: 'analytics' })))} },` : ''}
});
const root = document.createElement('div');
document.body.prepend(root);
const scripts = window.siteScripts ?? [];
createRoot(root).render(<><CookieBanner /><CookiePreferences /><RecallButton />{scripts.map((script) => <GatedScript key={script.id} {...script} />)}</>);
`;

/** A gated script has an address; inline code becomes one. */
const scriptsOf = (trackers: readonly Tracker[]) =>
  trackers.flatMap((tracker, at) => {
    const entry = { id: `${tracker.service}-${at}`, category: CATEGORIES[tracker.service] };
    if (tracker.kind === 'script') return [{ ...entry, src: tracker.src }];
    return tracker.kind === 'inline'
      ? [{ ...entry, src: `data:text/javascript,${encodeURIComponent(tracker.code)}` }]
      : [];
  });

/** Its README: components in a React root, critical.css inline and styles.css without blocking, `GatedScript` for what waits. */
export async function cookieyes(hosts: readonly string[]): Promise<Tool> {
  return {
    id: 'cookieyes',
    name: `@cookieyes/react ${peerVersion('@cookieyes/react')}`,
    setup:
      'Bundled with React into one module script in head; critical.css inline, styles.css loaded without blocking; cookie-only mode; scripts in GatedScript. Rendered in the browser, as the page is static.',
    selectors: {
      notice: '[data-cky-banner]',
      accept: '[data-cky-banner] [data-cy-part="accept-all"]',
      reject: '[data-cky-banner] [data-cy-part="reject-all"]',
      settings: '[data-cky-banner] [data-cy-part="customise"]',
    },
    files: {
      '/assets/cookieyes.js': scriptFile(await bundlePeer(program(hosts))),
      '/assets/cookieyes.css': styleFile(readPeer('@cookieyes/react/dist/styles.css')),
    },
    parts: (trackers) => ({
      head: `<style>${minifyCss(readPeer('@cookieyes/react/dist/critical.css'))}</style><link rel="stylesheet" href="/assets/cookieyes.css" media="print" onload="this.media='all'"><script>window.siteScripts=${JSON.stringify(scriptsOf(trackers)).replaceAll('<', '\\u003c')}</script><script type="module" src="/assets/cookieyes.js"></script>`,
    }),
    mark: ({ kind }) => (kind === 'script' || kind === 'inline' ? '' : undefined),
  };
}
