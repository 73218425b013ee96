import { serviceOfParameter } from '../../knowledge/link-parameters.ts';
import { initiatorChain } from '../computed/initiator-chain.ts';
import { parseStack } from '../computed/parse-stack.ts';
import { partyOf } from '../computed/party.ts';
import type { Gatherer, GatherRun, HookReport, HookSend } from '../gatherer.ts';

/** Query parameters that a script adds to links which lead elsewhere. Runs inside the page, as text. */
function hook(report: HookSend): void {
  if (typeof HTMLAnchorElement === 'undefined') return;
  const MOST = 200;
  const told = new Set<string>();
  const parse = (url: string) => URL.parse(url, document.baseURI);
  /** A value long enough to tell people apart, and the cookie that has it. */
  const cookieWith = (value: string) => {
    if (value.length < 8 || !/\d/.test(value)) return undefined;
    for (const pair of document.cookie.split('; ')) {
      const at = pair.indexOf('=');
      const own = pair.slice(at + 1);
      if (own.length >= 8 && /\d/.test(own) && (value === own || value.includes(own)))
        return pair.slice(0, at);
    }
    return undefined;
  };
  const compare = (before: string, after: string) => {
    if (after === before || !after.includes('?') || told.size >= MOST) return;
    const url = parse(after);
    if (!url || url.hostname === location.hostname || !/^https?:$/.test(url.protocol)) return;
    const old = parse(before)?.searchParams;
    for (const [parameter, value] of url.searchParams) {
      if (!value || old?.get(parameter) === value) continue;
      const key = `${parameter} ${url.hostname}`;
      if (told.has(key)) continue;
      told.add(key);
      report({ parameter, target: url.hostname, carries: cookieWith(value) ?? null });
    }
  };
  const watchSetter = (name: 'href' | 'search') => {
    const native = Object.getOwnPropertyDescriptor(HTMLAnchorElement.prototype, name);
    const { get, set } = native ?? {};
    if (!get || !set) return;
    const href = Object.getOwnPropertyDescriptor(HTMLAnchorElement.prototype, 'href')?.get ?? get;
    Object.defineProperty(HTMLAnchorElement.prototype, name, {
      ...native,
      set(this: HTMLAnchorElement, value: unknown) {
        const before = String(href.call(this));
        set.call(this, value);
        compare(before, String(href.call(this)));
      },
    });
  };
  watchSetter('search');
  watchSetter('href');
  Element.prototype.setAttribute = new Proxy(Element.prototype.setAttribute, {
    apply(target, self: Element, args: [string, string]) {
      if (!(self instanceof HTMLAnchorElement) || String(args[0]).toLowerCase() !== 'href')
        return Reflect.apply(target, self, args);
      const before = self.href;
      Reflect.apply(target, self, args);
      compare(before, self.href);
    },
  });
}

function reported(run: GatherRun, { origin, stack, data }: HookReport): void {
  const parameter = String(data.parameter);
  const target = String(data.target);
  const carries = typeof data.carries === 'string' ? data.carries.slice(0, 200) : undefined;
  const page = URL.parse(origin)?.hostname;
  if (!page || partyOf(target, page) === 'first') return;
  if (carries === undefined && !serviceOfParameter(parameter)) return;
  const causes = parseStack(stack);
  const host = URL.parse(causes[0]?.url ?? '')?.hostname;
  if (!host) return;
  run.observeAct({
    kind: 'decorates-link',
    subject: `${parameter.slice(0, 100)} in links to ${target.slice(0, 253)}`,
    host,
    parameter,
    ...(carries !== undefined && { carries }),
    time: Date.now(),
    initiators: initiatorChain(run.network.requests(), causes),
  });
}

/** Identifiers that scripts add to links to other sites: by the parameter's name, or because a cookie has the same value. */
const linkDecoration: Gatherer = {
  id: 'link-decoration',
  hook,
  start: (run) => ({ reported: (report) => reported(run, report) }),
};

export default linkDecoration;
