import type { NoticeAction } from '../notice/notice-action.ts';
import { page, type Routes } from './start-hosts.ts';

/** What the buttons of a notice say in one language. */
export interface NoticeWords {
  readonly about: string;
  readonly accept: string;
  readonly reject: string;
  readonly settings: string;
  readonly save: string;
  readonly withdraw: string;
  readonly open: string;
}

/** How the notice is built. */
export type NoticeLayout = 'bar' | 'dialog' | 'open root' | 'closed root' | 'boxes' | 'links' | 'two layers';

const WRAPPER: Readonly<Partial<Record<NoticeLayout, string>>> = {
  dialog: '<dialog open>HERE</dialog>',
  boxes: '<div class="cookie-box">HERE</div>',
};

function control(layout: NoticeLayout, action: NoticeAction, text: string): string {
  if (layout === 'boxes') return `<div style="cursor:pointer" data-do="${action}">${text}</div>`;
  if (layout === 'links') return `<a href="#" data-do="${action}">${text}</a>`;
  return `<button data-do="${action}">${text}</button>`;
}

/** Keeps in a cookie what was clicked, so that a test knows the truth. */
function build(layout: NoticeLayout, words: NoticeWords, isAnswered: boolean): string {
  const one = (action: Exclude<NoticeAction, 'open'>) => control(layout, action, words[action]);
  const first = [one('settings'), one('accept'), layout === 'two layers' ? '' : one('reject')].join(' ');
  const second = `<label><input type="checkbox" checked> 1</label> ${isAnswered ? one('withdraw') : ''} ${one('save')}`;
  const wrap = (inner: string) =>
    (WRAPPER[layout] ?? '<div style="position:fixed;bottom:0;left:0">HERE</div>').replace(
      'HERE',
      `<p>${words.about}</p>${inner}`,
    );
  return `<main><h1>Site</h1><p>Text <a href="/imprint">Imprint</a></p></main>
<footer><a href="#" id="open">${words.open}</a></footer><div id="host"></div><script>
const root = ${layout.endsWith('root') ? `host.attachShadow({ mode: '${layout.split(' ')[0]}' })` : 'host'};
const layers = ${JSON.stringify([wrap(first), wrap(second)])};
function show(layer) {
  root.innerHTML = layers[layer];
  for (const element of root.querySelectorAll('[data-do]')) element.onclick = () => run(element.dataset.do);
}
function run(action) {
  if (action === 'settings') { document.title = 'settings'; return show(1); }
  const isOn = root.querySelector('input')?.checked ?? action === 'accept';
  document.cookie = 'answer=' + action + (isOn ? '+' : '-') + '; path=/; max-age=60';
  root.innerHTML = '';
}
open = undefined;
document.getElementById('open').onclick = () => show(1);
${isAnswered ? "document.cookie = 'answer=accept+; path=/; max-age=60';" : 'show(0);'}
</script>`;
}

/** A page with the notice, and one where it was accepted before. */
export const noticeRoutes = (path: string, layout: NoticeLayout, words: NoticeWords): Routes => ({
  [`site.example/${path}`]: page(build(layout, words, false)),
  [`site.example/${path}/answered`]: page(build(layout, words, true)),
});
