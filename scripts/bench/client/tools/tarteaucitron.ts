import { PURPOSES, SERVICES, type Tool, type Tracker } from '../tool.ts';
import { peerVersion, readPeer, scriptFile, styleFile } from './peer-files.ts';

const TYPES = { media: 'video', stats: 'analytic', ads: 'ads' } as const;
const parameters = {
  privacyUrl: '/privacy',
  bodyPosition: 'bottom',
  orientation: 'bottom',
  cookieName: 'tarteaucitron',
  showAlertSmall: false,
  cookieslist: false,
  showIcon: false,
  adblocker: false,
  DenyAllCta: true,
  AcceptAllCta: true,
  highPrivacy: true,
  removeCredit: false,
  moreInfoLink: true,
  useExternalCss: true,
  useExternalJs: true,
  mandatory: true,
  googleConsentMode: false,
  bingConsentMode: false,
  pianoConsentMode: false,
};

function service(id: (typeof SERVICES)[number], trackers: readonly Tracker[]): string {
  const run = trackers
    .filter((tracker) => tracker.service === id)
    .map((tracker) => {
      if (tracker.kind === 'script') return `tarteaucitron.addScript(${JSON.stringify(tracker.src)})`;
      return tracker.kind === 'inline' ? tracker.code : '';
    });
  return `tarteaucitron.services.${id}={key:"${id}",type:"${TYPES[id]}",name:"${PURPOSES[id].name}",needConsent:true,cookies:[],js:function(){${run.join(';')}},fallback:function(){}};(tarteaucitron.job=tarteaucitron.job||[]).push("${id}");`;
}

/** https://tarteaucitron.io: script and `init`; style sheet, services and language loaded by the page, not one after another. */
export const tarteaucitron = async (): Promise<Tool> => ({
  id: 'tarteaucitron',
  name: `tarteaucitron ${peerVersion('tarteaucitronjs')}`,
  setup:
    'Style sheet in head; tarteaucitron, its language and its services as three scripts in head (useExternalCss, useExternalJs), init and custom services after them.',
  selectors: {
    notice: '#tarteaucitronAlertBig',
    accept: '#tarteaucitronPersonalize2',
    reject: '#tarteaucitronAllDenied2',
    settings: '#tarteaucitronCloseAlert',
  },
  files: {
    '/assets/tarteaucitron.js': scriptFile(readPeer('tarteaucitronjs/tarteaucitron.min.js')),
    '/assets/tarteaucitron.en.js': scriptFile(readPeer('tarteaucitronjs/lang/tarteaucitron.en.min.js')),
    '/assets/tarteaucitron.services.js': scriptFile(
      readPeer('tarteaucitronjs/tarteaucitron.services.min.js'),
    ),
    '/assets/tarteaucitron.css': styleFile(readPeer('tarteaucitronjs/css/tarteaucitron.min.css')),
  },
  parts: (trackers) => ({
    head: `<link rel="stylesheet" href="/assets/tarteaucitron.css"><script src="/assets/tarteaucitron.js"></script><script src="/assets/tarteaucitron.en.js"></script><script src="/assets/tarteaucitron.services.js"></script><script>tarteaucitron.init(${JSON.stringify(parameters)});${SERVICES.map((id) => service(id, trackers).replaceAll('</script', '<\\/script')).join('')}</script>`,
  }),
  mark: ({ kind }) => (kind === 'script' || kind === 'inline' ? '' : undefined),
});
