import { h } from '../ui/h.ts';
import { type Check, orderChecks } from './order-checks.ts';
import { CSS } from './panel-style.ts';
import { type Seen, type Step, timelineOf } from './timeline.ts';

const checkLine = ({ what, verdict, seen }: Check) =>
  h('li', { class: verdict }, h('b', {}, what), h('small', {}, seen));

const stepLine = ({ time, kind, who, what, why, verdict }: Step) =>
  h(
    'li',
    { class: `${kind} ${verdict}` },
    h('b', {}, who),
    h('time', {}, `${Math.round(time)} ms`),
    h('code', {}, what),
    why && h('small', {}, why),
  );

/** Shows the worst verdict, and how many checks have it. */
function showVerdict(output: Element, checks: readonly Check[]): void {
  const all = checks.map(({ verdict }) => verdict);
  const worst = (['fail', 'review'] as const).find((verdict) => all.includes(verdict)) ?? 'pass';
  const count = all.filter((verdict) => verdict === worst).length;
  output.className = worst;
  output.textContent = { fail: `${count} failed`, review: `${count} to review`, pass: 'In order' }[worst];
}

/** Everything that the panel shows, to hand on; without the query of the page's address, which may hold secrets. */
const reportOf = ({ config, choice, page }: Seen, checks: readonly Check[], timeline: readonly Step[]) => ({
  page: page.split(/[?#]/)[0],
  time: new Date().toISOString(),
  regime: config.regime,
  choice,
  checks,
  timeline,
});

/** Shows the order monitor, in a shadow root that tests and people's agents can read; `look` says what there is now. */
export function showPanel(look: () => Seen): void {
  const host = document.createElement('avowal-debug');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];

  const verdict = h('output', {});
  const facts = h('i', {});
  const checkList = h('ol', {});
  const stepList = h('ol', {});
  let report: unknown;
  let shown: number | undefined;
  const draw = () => {
    const seen = look();
    const { log, requests, dataLayer, config } = seen;
    const size = log.length + requests.length + (Array.isArray(dataLayer) ? dataLayer.length : 0);
    if (size === shown) return;
    shown = size;
    const steps = timelineOf(seen);
    const checks = orderChecks(seen, steps);
    report = reportOf(seen, checks, steps);
    showVerdict(verdict, checks);
    facts.textContent = `${config.regime.id} · ${config.regime.mode}`;
    checkList.replaceChildren(...checks.map(checkLine));
    stepList.replaceChildren(...steps.filter((step) => own.checked || !step.own).map(stepLine));
  };
  const own = h('input', {
    type: 'checkbox',
    change() {
      shown = undefined;
      draw();
    },
  });
  const copy = h(
    'button',
    {
      async click() {
        const text = JSON.stringify(report, null, 2);
        try {
          await navigator.clipboard.writeText(text);
          copy.textContent = 'Copied';
        } catch {
          // No clipboard: another frame has the focus, or the page came without TLS.
          console.log(text);
          copy.textContent = 'In the console';
        }
      },
    },
    'Copy as JSON',
  );
  const panel = h(
    'div',
    { popover: 'manual', role: 'dialog', 'aria-label': 'Avowal order monitor' },
    h(
      'div',
      { class: 'h' },
      h('h2', {}, 'Order monitor'),
      h('button', { 'aria-label': 'Close', click: () => host.remove() }, '✕'),
    ),
    h('div', { class: 'h' }, verdict, facts, copy),
    h(
      'details',
      { open: true },
      h('summary', {}, 'Checks'),
      checkList,
      h('div', { class: 'h' }, h('h3', {}, 'Timeline'), h('label', {}, own, 'requests of the site itself')),
      stepList,
    ),
  );
  root.append(panel);
  document.documentElement.append(host);
  panel.showPopover();
  draw();
  const timer = setInterval(() => (host.isConnected ? draw() : clearInterval(timer)), 300);
}
