import { NOTICE_TEXT, type Tool, type Tracker } from '../tool.ts';
import { peerVersion, readPeer, scriptFile, styleFile } from './peer-files.ts';

const config = {
  type: 'opt-in',
  position: 'bottom',
  palette: { popup: { background: '#fff', text: '#111' }, button: { background: '#0a5', text: '#fff' } },
  content: { message: NOTICE_TEXT, allow: 'Accept all', deny: 'Reject all', href: '/privacy' },
};

/** What the documentation has the site write itself: code that runs when the visitor allows it. */
const startAll = (trackers: readonly Tracker[]) =>
  trackers
    .filter((tracker) => tracker.kind === 'script' || tracker.kind === 'inline')
    .map((tracker) => (tracker.kind === 'inline' ? { code: tracker.code } : { src: tracker.src }));

/** The documented program: nothing but a notice, its callbacks start what waited. */
const program = (trackers: readonly Tracker[]) =>
  `function start(){${JSON.stringify(startAll(trackers)).replaceAll('<', '\\u003c')}.forEach(function(item){var script=document.createElement('script');if(item.src){script.src=item.src}else{script.text=item.code}document.head.appendChild(script)})}
window.cookieconsent.initialise(Object.assign(${JSON.stringify(config)},{onInitialise:function(){if(this.hasConsented())start()},onStatusChange:function(){if(this.hasConsented())start()}}))`;

/** https://www.osano.com/cookieconsent: style sheet, script and `initialise`. It knows no purposes and no settings. */
export const osano = async (): Promise<Tool> => ({
  id: 'cookieconsent',
  name: `cookieconsent (Osano) ${peerVersion('cookieconsent')}`,
  setup:
    'Style sheet in head, script and initialise() at the end of body. No purposes, no settings; the site starts what waits in a callback.',
  selectors: { notice: '.cc-window', accept: '.cc-window .cc-allow', reject: '.cc-window .cc-deny' },
  files: {
    '/assets/cookieconsent.js': scriptFile(readPeer('cookieconsent/build/cookieconsent.min.js')),
    '/assets/cookieconsent.css': styleFile(readPeer('cookieconsent/build/cookieconsent.min.css')),
  },
  parts: (trackers) => ({
    head: '<link rel="stylesheet" href="/assets/cookieconsent.css">',
    bodyEnd: `<script src="/assets/cookieconsent.js" data-cfasync="false"></script><script>${program(trackers)}</script>`,
  }),
  mark: ({ kind }) => (kind === 'script' || kind === 'inline' ? '' : undefined),
});
