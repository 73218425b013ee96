import { PURPOSES, SERVICES, type Tool } from '../tool.ts';
import { peerVersion, readPeer, scriptFile } from './peer-files.ts';

const config = {
  version: 1,
  elementID: 'klaro',
  storageMethod: 'cookie',
  cookieName: 'klaro',
  groupByPurpose: true,
  default: false,
  mustConsent: false,
  acceptAll: true,
  hideDeclineAll: false,
  lang: 'en',
  translations: {
    en: {
      privacyPolicyUrl: '/privacy',
      purposes: Object.fromEntries(
        Object.entries(PURPOSES).map(([id, { name, description }]) => [id, { title: name, description }]),
      ),
    },
  },
  services: [
    { name: 'session', title: 'Session', purposes: ['necessary'], required: true },
    ...SERVICES.map((id) => ({ name: id, title: PURPOSES[id].name, purposes: [id] })),
  ],
};

/** https://heyklaro.com/docs: configuration and klaro.js with `defer`, `data-name` and `data-src` on what waits. */
export const klaro = async (): Promise<Tool> => ({
  id: 'klaro',
  name: `klaro ${peerVersion('klaro')}`,
  setup: 'klaro.js (styles inside) with defer in head, its configuration inline before it.',
  selectors: {
    notice: '.klaro .cookie-notice',
    accept: '.klaro .cookie-notice .cm-btn-success',
    reject: '.klaro .cookie-notice .cn-decline',
    settings: '.klaro .cookie-notice .cn-learn-more',
  },
  files: { '/assets/klaro.js': scriptFile(readPeer('klaro/dist/klaro.js')) },
  parts: () => ({
    head: `<script>var klaroConfig=${JSON.stringify(config)}</script><script defer src="/assets/klaro.js"></script>`,
  }),
  mark: (tracker) => {
    switch (tracker.kind) {
      case 'script':
        return `<script type="text/plain" data-type="text/javascript" data-name="${tracker.service}" data-src="${tracker.src}" async></script>`;
      case 'inline':
        return `<script type="text/plain" data-type="text/javascript" data-name="${tracker.service}">${tracker.code}</script>`;
      case 'iframe':
        return `<iframe data-name="${tracker.service}" data-src="${tracker.src}" width="300" height="150"></iframe>`;
      case 'image':
        return `<img data-name="${tracker.service}" data-src="${tracker.src}" alt="" width="1" height="1">`;
      case 'stylesheet':
        return `<link rel="stylesheet" data-name="${tracker.service}" data-href="${tracker.src}">`;
    }
  },
});
