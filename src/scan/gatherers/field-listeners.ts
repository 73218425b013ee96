import type { ActKind } from '../../model/inventory.ts';
import { initiatorChain } from '../computed/initiator-chain.ts';
import { parseStack } from '../computed/parse-stack.ts';
import { partyOf } from '../computed/party.ts';
import type { Gatherer, GatherRun, HookReport, HookSend } from '../gatherer.ts';

/** Who listens to fields for a secret or an address, and who reads them. Runs inside the page, as text. */
function hook(report: HookSend): void {
  if (typeof HTMLInputElement === 'undefined') return;
  const MOST = 100;
  const EVENTS = /^(input|beforeinput|change|keydown|keyup|keypress|blur)$/;
  const FIELDS = 'input[type=password],input[type=email],input[type=tel],input[autocomplete^=cc-]';
  const told = new Set<string>();
  const tell = (kind: string, field: string, at: Error) => {
    const key = `${kind} ${field} ${at.stack?.split('\n').slice(2, 4).join()}`;
    if (told.size >= MOST || told.has(key)) return;
    told.add(key);
    report({ kind, field }, at);
  };
  const fieldOf = (input: HTMLInputElement) =>
    input.autocomplete.startsWith('cc-') ? 'card' : /^(password|email|tel)$/.test(input.type) && input.type;
  // Whether a page has such a field is known when it is there, and scripts begin to listen earlier.
  let waiting: Error[] = [];
  const listensToAll = () => {
    const input = document.querySelector<HTMLInputElement>(FIELDS);
    const field = input && fieldOf(input);
    if (field) for (const at of waiting) tell('listens-to-keys', field, at);
    waiting = [];
  };
  const isEverything = (target: unknown) =>
    target === window ||
    target === document ||
    target === document.body ||
    target === document.documentElement;
  EventTarget.prototype.addEventListener = new Proxy(EventTarget.prototype.addEventListener, {
    apply(target, self: unknown, args: unknown[]) {
      if (EVENTS.test(String(args[0]))) {
        if (self instanceof HTMLInputElement) {
          const field = fieldOf(self);
          if (field) tell('listens-to-field', field, new Error());
        } else if (waiting.length < MOST && isEverything(self ?? window) && args[0] !== 'blur') {
          waiting.push(new Error());
          if (document.readyState === 'complete') listensToAll();
        }
      }
      return Reflect.apply(target, self, args);
    },
  });
  addEventListener('load', listensToAll, { once: true });
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  const { get } = native ?? {};
  if (!get) return;
  Object.defineProperty(HTMLInputElement.prototype, 'value', {
    ...native,
    get(this: HTMLInputElement) {
      const value: unknown = get.call(this);
      const field = told.size < MOST && fieldOf(this);
      if (field) tell('reads-field', field, new Error());
      return value;
    },
  });
}

const SUBJECTS: Readonly<Record<string, (field: string) => string>> = {
  'listens-to-field': (field) => `${field} field`,
  'listens-to-keys': (field) => `all keys on a page with a field for ${field}`,
  'reads-field': (field) => `${field} field`,
};

function reported(run: GatherRun, { origin, stack, data }: HookReport): void {
  const subject = SUBJECTS[String(data.kind)]?.(String(data.field));
  const page = URL.parse(origin)?.hostname;
  // A frame of somebody else's may listen to its own fields.
  if (!subject || !page || partyOf(page, run.siteHost) === 'third') return;
  const causes = parseStack(stack);
  const hosts = causes.map(({ url }) => URL.parse(url)?.hostname ?? '');
  const [host] = hosts;
  // A library from elsewhere that the site's own code calls does what the site wants.
  if (!host || hosts.some((one) => !one || partyOf(one, run.siteHost) === 'first')) return;
  run.observeAct({
    kind: data.kind as ActKind,
    subject,
    host,
    time: Date.now(),
    initiators: initiatorChain(run.network.requests(), causes),
  });
}

/** Scripts of other companies that listen to or read password, e-mail, telephone and card fields of the site. */
const fieldListeners: Gatherer = {
  id: 'field-listeners',
  hook,
  start: (run) => ({ reported: (report) => reported(run, report) }),
};

export default fieldListeners;
