import { initiatorChain } from '../computed/initiator-chain.ts';
import { parseCookie } from '../computed/parse-cookie.ts';
import { parseStack } from '../computed/parse-stack.ts';
import type { Gatherer, GatherRun, HookReport } from '../gatherer.ts';

/** `document.cookie` and the Cookie Store API. Runs inside the page, as text. */
function hook(report: (data: HookReport['data']) => void): void {
  const href = () => self.location.href;
  if (typeof Document !== 'undefined') {
    const native = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
    if (native?.get && native.set) {
      const { get, set } = native;
      Object.defineProperty(Document.prototype, 'cookie', {
        ...native,
        set(this: Document, text: unknown) {
          set.call(this, text);
          const line = String(text);
          const name = (line.split(';')[0] ?? '').split('=')[0]?.trim() ?? '';
          // A cookie that the browser refused is not there; one for another path only the jar can tell.
          const taken = `; ${get.call(this)}`.includes(`; ${name}=`);
          report({ line: line.slice(0, 8192), url: href(), taken });
        },
      });
    }
  }
  if (typeof CookieStore !== 'undefined') {
    const { set } = CookieStore.prototype;
    CookieStore.prototype.set = function (this: CookieStore, ...args: unknown[]): Promise<void> {
      const init = (typeof args[0] === 'object' ? args[0] : { name: args[0], value: args[1] }) as Record<
        string,
        unknown
      >;
      const parts = [`${init.name}=${init.value}`, 'Secure', `Path=${init.path ?? '/'}`];
      if (init.domain) parts.push(`Domain=${init.domain}`);
      if (typeof init.expires === 'number') parts.push(`Expires=${new Date(init.expires).toUTCString()}`);
      parts.push(`SameSite=${init.sameSite ?? 'Strict'}`);
      if (init.partitioned) parts.push('Partitioned');
      report({ line: parts.join('; ').slice(0, 8192), url: href(), taken: false });
      return Reflect.apply(set, this, args);
    } as typeof set;
  }
}

function reported(run: GatherRun, { origin, stack, data }: HookReport): void {
  const own = URL.parse(String(data.url));
  const url = own?.hostname ? own : URL.parse(origin);
  const time = Date.now();
  const cookie = url ? parseCookie(String(data.line), url, time) : undefined;
  if (!cookie || (cookie.lifetimeSeconds ?? 1) <= 0) return;
  run.stir(`cookie ${cookie.host} ${cookie.name}`);
  const { value, ...rest } = cookie;
  run.cookies.wrote({
    ...rest,
    kind: 'js-cookie',
    valueBytes: Buffer.byteLength(value),
    valueHash: run.hash(value),
    time,
    initiators: initiatorChain(run.network.requests(), parseStack(stack)),
    taken: data.taken === true,
  });
}

/** Cookies that scripts write, with the script's place: also those that are deleted again at once. */
const jsCookies: Gatherer = {
  id: 'js-cookies',
  hook,
  start: (run) => ({ reported: (report) => reported(run, report) }),
};

export default jsCookies;
