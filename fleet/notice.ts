import { ENGLISH, type Words } from './words.ts';

/** How a home-made notice looks and what it does. */
export interface NoticeOptions {
  /** English where nothing else is said. */
  readonly words?: Words;
  readonly text?: string;
  /** `null` = it has none. */
  readonly reject?: string | null;
  readonly rejectStyle?: string;
  readonly more?: string;
  /** Style of the whole notice, beside its own. */
  readonly noticeStyle?: string;
  /** Also after a refusal. */
  readonly ignoresRefusal?: boolean;
  /** Stands in a closed shadow root. */
  readonly isClosed?: boolean;
  /** Days that a yes and a no are kept; 0 = until the browser is closed. */
  readonly days?: readonly [yes: number, no: number];
  /** Scripts: what an answer writes beside its cookie, and whether the `answer` that is kept counts no more. */
  readonly forgets?: { readonly onAnswer: string; readonly isForgotten: string };
  /** Has settings with a switch for statistics: how it begins, and whether saving heeds it. */
  readonly settings?: { readonly isOn: boolean; readonly heedsSwitch: boolean };
  /** What else closes it, and whether that is a yes. */
  readonly closes?: Readonly<Partial<Record<'escape' | 'cross' | 'beside', boolean>>>;
  /** Words of a button that shows the notice again. */
  readonly reopen?: string;
  /** Runs when a consent is taken back: a script. */
  readonly onWithdrawal?: string;
  /** What runs once it may: HTML, of which scripts run. */
  readonly optional: string;
}

const STYLE =
  'font:600 16px sans-serif;width:160px;height:44px;border:0;background:#145a3c;color:#fff;text-decoration:none;';

const asScript = (value: unknown) => JSON.stringify(value).replaceAll('</', '<\\/');

/** A notice that keeps the answer in a cookie and lets `optional` run after a yes. */
export function notice(options: NoticeOptions): string {
  const { words = ENGLISH, rejectStyle = '', noticeStyle = '', more = '' } = options;
  const { text = words.text, reject = words.reject } = options;
  const { days = [200, 200], reopen, onWithdrawal = '', forgets } = options;
  const refusal =
    reject === null ? '' : `<button data-answer="no" style="${STYLE}${rejectStyle}">${reject}</button>`;
  const { settings } = options;
  const open = settings ? `<button id="settings" style="${STYLE}">${words.settings}</button>` : '';
  const form = settings
    ? `<p id="form" hidden><label><input type="checkbox" id="statistics"${settings.isOn ? ' checked' : ''}> ${words.statistics}</label> <button id="save" style="${STYLE}">${words.save}</button></p>`
    : '';
  const markup = `<div id="cookie-notice" role="dialog" aria-label="Cookies" style="position:fixed;bottom:0;background:#fff;padding:16px;max-height:100%;box-sizing:border-box;overflow:auto;${noticeStyle}"><p>${text}</p><button data-answer="yes" style="${STYLE}">${words.accept}</button> ${refusal} ${open} ${more}${form}</div>`;
  const { closes = {} } = options;
  const cross =
    closes.cross === undefined
      ? ''
      : '<button id="cross" style="position:absolute;top:4px;right:4px">×</button>';
  const closable = markup.replace('</p>', `</p>${cross}`);
  const layer =
    closes.beside === undefined
      ? closable
      : `<div id="backdrop" style="position:fixed;inset:0;background:#0006">${closable}</div>`;
  const link = reopen ? `<p><button id="reopen">${reopen}</button></p>` : '';
  return `<div id="host"></div>${link}<script>
const optional = ${asScript(options.optional)};
const run = () => {
  document.body.append(document.createRange().createContextualFragment(optional));
};
const host = document.getElementById('host');
const root = ${options.isClosed ? "host.attachShadow({ mode: 'closed' })" : 'host'};
const show = () => {
  root.innerHTML = ${asScript(layer)};
  const part = (id) => root.querySelector('#' + id);
  part('settings')?.addEventListener('click', () => { part('form').hidden = false; });
  part('save')?.addEventListener('click', () => give(${settings?.heedsSwitch === false} || part('statistics').checked));
  part('cross')?.addEventListener('click', () => give(${closes.cross}));
  part('backdrop')?.addEventListener('click', ({ target }) => { if (target.id === 'backdrop') give(${closes.beside}); });
  for (const button of root.querySelectorAll('[data-answer]'))
    button.addEventListener('click', () => give(button.dataset.answer === 'yes'));
};
const give = (isYes) => {
  const wasYes = /answer=yes/.test(document.cookie);
  const seconds = (isYes ? ${days[0]} : ${days[1]}) * 86400;
  document.cookie = 'answer=' + (isYes ? 'yes' : 'no') + '; path=/; secure; samesite=lax' + (seconds ? '; max-age=' + seconds : '');
  ${forgets?.onAnswer ?? ''}
  root.innerHTML = '';
  if (wasYes && !isYes) { ${onWithdrawal} }
  if (isYes${options.ignoresRefusal ? ' || true' : ''}) run();
};
const answer = /answer=(yes|no)/.exec(document.cookie)?.[1];
const isForgotten = ${forgets?.isForgotten ?? false};
if (answer === 'yes'${options.ignoresRefusal ? " || answer === 'no'" : ''}) run();
if (!answer || isForgotten) show();
${closes.escape === undefined ? '' : `addEventListener('keydown', ({ key }) => { if (key === 'Escape' && root.innerHTML) give(${closes.escape}); });`}
document.getElementById('reopen')?.addEventListener('click', show);
</script>`;
}
