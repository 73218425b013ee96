import type { Tool, Tracker } from '../tool.ts';
import { bundlePeer } from './bundle-peer.ts';
import { peerVersion, readPeer, scriptFile, styleFile } from './peer-files.ts';

const CATEGORIES = { media: 'functionality', stats: 'measurement', ads: 'marketing' } as const;

const program = (hosts: readonly string[]) => `
import { createRoot } from 'react-dom/client';
import { ConsentBanner, ConsentDialog, ConsentManagerProvider } from '@c15t/react';
const root = document.createElement('div');
document.body.append(root);
const options = {
  mode: 'offline',
  consentCategories: ['necessary', 'functionality', 'measurement', 'marketing'],
  legalLinks: { privacyPolicy: { href: '/privacy', target: '_self' } },
  scripts: window.siteScripts,
  ${hosts.length ? `networkBlocker: { rules: ${JSON.stringify(hosts.map((domain) => ({ id: domain, domain, category: 'measurement' })))} },` : ''}
};
createRoot(root).render(<ConsentManagerProvider options={options}><ConsentBanner /><ConsentDialog /></ConsentManagerProvider>);
`;

/** What the script loader is told to load after consent. */
const scriptsOf = (trackers: readonly Tracker[]): object[] =>
  trackers.flatMap<object>((tracker, at) => {
    const entry = { id: `${tracker.service}-${at}`, category: CATEGORIES[tracker.service] };
    if (tracker.kind === 'script') return [{ ...entry, src: tracker.src }];
    return tracker.kind === 'inline' ? [{ ...entry, textContent: tracker.code }] : [];
  });

/** https://c15t.com/docs/frameworks/react: provider, banner and dialog in a React root; offline mode, so no request to a backend. */
export async function c15t(hosts: readonly string[]): Promise<Tool> {
  return {
    id: 'c15t',
    name: `@c15t/react ${peerVersion('@c15t/react')}`,
    setup:
      'Bundled with React into one module script in head; styles.css in head; offline mode; scripts in the script loader.',
    selectors: {
      notice: '[data-testid="consent-banner-card"]',
      accept: '[data-testid="consent-banner-accept-button"]',
      reject: '[data-testid="consent-banner-reject-button"]',
      settings: '[data-testid="consent-banner-customize-button"]',
    },
    files: {
      '/assets/c15t.js': scriptFile(await bundlePeer(program(hosts))),
      '/assets/c15t.css': styleFile(readPeer('@c15t/ui/dist/styles.css')),
    },
    parts: (trackers) => ({
      head: `<link rel="stylesheet" href="/assets/c15t.css"><script>window.siteScripts=${JSON.stringify(scriptsOf(trackers)).replaceAll('<', '\\u003c')}</script><script type="module" src="/assets/c15t.js"></script>`,
    }),
    mark: (tracker) => {
      if (tracker.kind === 'script' || tracker.kind === 'inline') return '';
      return tracker.kind === 'iframe'
        ? `<iframe data-src="${tracker.src}" data-category="${CATEGORIES[tracker.service]}" width="300" height="150"></iframe>`
        : undefined;
    },
  };
}
