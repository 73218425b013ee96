import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Scenario } from '../src/model/inventory.ts';

/** Stands first in every page of the fleet: tells the server what was clicked, whoever clicked it, in closed shadow roots too. */
function recordClicks(): void {
  const CLICKABLE = 'button,a,summary,input,[role=button],[role=switch],[role=checkbox],[onclick],[tabindex]';
  const wordsOf = (element: Element) =>
    ((element as HTMLElement).innerText || element.getAttribute('aria-label') || element.id)
      .replace(/\s+/g, ' ')
      .trim();
  const tell = (words: string) => {
    const at = performance.timeOrigin + performance.now();
    void fetch('/clicked', { method: 'POST', keepalive: true, body: JSON.stringify({ at, words }) });
  };
  const heard = new WeakSet<Event>();
  const listen = (root: EventTarget) =>
    root.addEventListener(
      'click',
      (event) => {
        const path = event.composedPath().filter((node) => node instanceof Element);
        const target =
          path.find((node) => node.matches(CLICKABLE)) ??
          path.slice(0, 1).find((node) => getComputedStyle(node).cursor === 'pointer');
        if (!target || heard.has(event)) return;
        heard.add(event);
        const words = wordsOf(target);
        if (target instanceof HTMLInputElement && target.type === 'checkbox')
          tell(
            `${[...(target.labels ?? [])].map(wordsOf).join(' ') || words} ${target.checked ? 'on' : 'off'}`,
          );
        else tell(words);
      },
      true,
    );
  listen(window);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    if (init.mode === 'closed') listen(root);
    return root;
  };
}

interface Click {
  readonly scenario: Scenario;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly words: string;
}

/** What the pages of the fleet say that was clicked on them, host by host. */
export interface ClickLog {
  /** For the head of every page. */
  readonly recorder: string;
  /** From now on, what is clicked on this host belongs to this scenario. */
  begin(host: string, scenario: Scenario): void;
  /** Hears of a click. */
  hear(request: IncomingMessage, response: ServerResponse): void;
  /** What was clicked on this host in this scenario, in order; a click that was tried once more counts once. */
  words(host: string, scenario: Scenario): readonly string[];
  forget(host: string): void;
}

/** Starts one; it knows nothing of what the scan says that it clicked. */
export function createClickLog(): ClickLog {
  const scenarios = new Map<string, Scenario>();
  const clicks = new Map<string, Click[]>();
  return {
    recorder: `<script>(${recordClicks.toString()})()</script>`,
    begin(host, scenario) {
      scenarios.set(host, scenario);
    },
    hear(request, response) {
      const host = request.headers.host?.replace(/:\d+$/, '') ?? '';
      // The scenario in which it was sent, not the one in which it has been read.
      const scenario = scenarios.get(host) ?? 'none';
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      request.on('end', () => {
        const heard = JSON.parse(body) as Omit<Click, 'scenario'>;
        clicks.set(host, [...(clicks.get(host) ?? []), { ...heard, scenario }]);
        response.writeHead(204).end();
      });
    },
    words(host, scenario) {
      const own = (clicks.get(host) ?? []).filter((click) => click.scenario === scenario);
      const words = own.sort((a, b) => a.at - b.at).map((click) => click.words);
      return words.filter((text, i) => text !== words[i - 1]);
    },
    forget(host) {
      clicks.delete(host);
    },
  };
}
