import { NOTICE_TEXT, PURPOSES, type Tool } from '../tool.ts';
import { bundlePeer } from './bundle-peer.ts';
import { peerVersion, readPeer, scriptFile, styleFile } from './peer-files.ts';

const optional = Object.keys(PURPOSES).filter((id) => id !== 'necessary');
const config = {
  // It would not show itself to a driven browser.
  hideFromBots: false,
  guiOptions: { consentModal: { layout: 'box', equalWeightButtons: true } },
  categories: {
    necessary: { enabled: true, readOnly: true },
    ...Object.fromEntries(optional.map((id) => [id, {}])),
  },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'Your privacy',
          description: NOTICE_TEXT,
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'Settings',
        },
        preferencesModal: {
          title: 'Settings',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          savePreferencesBtn: 'Save',
          closeIconLabel: 'Close',
          sections: Object.entries(PURPOSES).map(([id, { name, description }]) => ({
            title: name,
            description,
            linkedCategory: id,
          })),
        },
      },
    },
  },
};

/** https://cookieconsent.orestbida.com: style sheet in head, module with its configuration, script tags of a category. */
export async function vanillaCookieconsent(): Promise<Tool> {
  const code = await bundlePeer(
    `import { run } from 'vanilla-cookieconsent'; run(${JSON.stringify(config)});`,
  );
  return {
    id: 'vanilla-cookieconsent',
    name: `vanilla-cookieconsent ${peerVersion('vanilla-cookieconsent')}`,
    setup: 'Style sheet in head; the ES module and its configuration bundled into one module script in head.',
    selectors: {
      notice: '#cc-main .cm',
      accept: '#cc-main .cm [data-role="all"]',
      reject: '#cc-main .cm [data-role="necessary"]',
      settings: '#cc-main .cm [data-role="show"]',
    },
    files: {
      '/assets/cookieconsent.js': scriptFile(code),
      '/assets/cookieconsent.css': styleFile(readPeer('vanilla-cookieconsent/dist/cookieconsent.css')),
    },
    parts: () => ({
      head: '<link rel="stylesheet" href="/assets/cookieconsent.css"><script type="module" src="/assets/cookieconsent.js"></script>',
    }),
    mark: (tracker) => {
      if (tracker.kind === 'script')
        return `<script type="text/plain" data-category="${tracker.service}" data-src="${tracker.src}" async></script>`;
      if (tracker.kind === 'inline')
        return `<script type="text/plain" data-category="${tracker.service}">${tracker.code}</script>`;
      return undefined;
    },
  };
}
