/** How a home-made notice looks and what it does. */
export interface NoticeOptions {
  readonly text?: string;
  readonly accept?: string;
  /** `null` = it has none. */
  readonly reject?: string | null;
  readonly rejectStyle?: string;
  readonly more?: string;
  /** Also after a refusal. */
  readonly ignoresRefusal?: boolean;
  /** Stands in a closed shadow root. */
  readonly isClosed?: boolean;
  /** What runs once it may: HTML, of which scripts run. */
  readonly optional: string;
}

const STYLE =
  'font:600 16px sans-serif;width:160px;height:44px;border:0;background:#145a3c;color:#fff;text-decoration:none;';

/** A notice that keeps the answer in a cookie of the session and lets `optional` run after a yes. */
export function notice(options: NoticeOptions): string {
  const { accept = 'Accept all', reject = 'Reject all', rejectStyle = '', more = '' } = options;
  const text = options.text ?? 'We would like to use cookies to count visits.';
  const refusal =
    reject === null ? '' : `<button data-answer="no" style="${STYLE}${rejectStyle}">${reject}</button>`;
  const markup = `<div id="cookie-notice" role="dialog" aria-label="Cookies" style="position:fixed;bottom:0;background:#fff;padding:16px"><p>${text}</p><button data-answer="yes" style="${STYLE}">${accept}</button> ${refusal} ${more}</div>`;
  return `<div id="host"></div><script>
const optional = ${JSON.stringify(options.optional).replaceAll('</', '<\\/')};
const run = () => {
  document.body.append(document.createRange().createContextualFragment(optional));
};
const answer = /answer=(yes|no)/.exec(document.cookie)?.[1];
if (answer === 'yes'${options.ignoresRefusal ? " || answer === 'no'" : ''}) run();
if (!answer) {
  const host = document.getElementById('host');
  const root = ${options.isClosed ? "host.attachShadow({ mode: 'closed' })" : 'host'};
  root.innerHTML = ${JSON.stringify(markup).replaceAll('</', '<\\/')};
  for (const button of root.querySelectorAll('[data-answer]'))
    button.addEventListener('click', () => {
      document.cookie = 'answer=' + button.dataset.answer + '; path=/; secure; samesite=lax';
      root.innerHTML = '';
      if (button.dataset.answer === 'yes'${options.ignoresRefusal ? ' || true' : ''}) run();
    });
}
</script>`;
}
