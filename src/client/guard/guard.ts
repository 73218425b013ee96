// Stands inline before the core, in a copy-paste installation. Until the core has arrived, and for good where it never does,
// it holds back what the site has declared as optional; what it marks, the core takes over. It is small because it decides
// nothing: it knows no choice, one pattern for addresses and one for names.
declare const AVOWAL_GUARD: readonly [addresses: RegExp, names: RegExp];

const [addresses, names] = AVOWAL_GUARD;
const loading = ['src', 'srcset', 'href', 'data', 'poster'];

/** Whether a text is held back: the core takes over as soon as it is there. */
const isHeld = (pattern: RegExp, text: unknown) =>
  !(window as { avowal?: { on?: unknown } }).avowal?.on && pattern.test(text as string);

/** Keeps an address where it loads nothing, as the core would; whether it had to. */
function hold(element: Element, name: string, value: unknown): boolean {
  const held = loading.includes(name) && !element.matches('a') && isHeld(addresses, value);
  if (held) {
    element.setAttribute(`data-avowal-${name}`, value as string);
    element.setAttribute('data-avowal', '');
    element.removeAttribute(name);
  }
  return held;
}

/** Puts a check before a method or a setter: where it says yes, nothing is done. */
function guard(owner: object, name: string, stops: (self: Element, args: unknown[]) => unknown): void {
  const property = Object.getOwnPropertyDescriptor(owner, name);
  if (!property) return;
  const key = property.set ? 'set' : 'value';
  const native = property[key] as (...args: unknown[]) => unknown;
  property[key] = function (this: Element, ...args: unknown[]) {
    return stops(this, args) || native.apply(this, args);
  };
  Object.defineProperty(owner, name, property);
}

for (const key of Object.getOwnPropertyNames(window)) {
  if (!/^HTML.+t$/.test(key)) continue;
  for (const name of loading) {
    const { prototype } = (window as unknown as Record<string, { prototype: object }>)[key] as {
      prototype: object;
    };
    guard(prototype, name, (self, [value]) => hold(self, name, value));
  }
}
guard(Element.prototype, 'setAttribute', (self, [name, value]) => hold(self, name as string, value));
guard(Document.prototype, 'cookie', (_, [text]) => isHeld(names, text));
guard(Storage.prototype, 'setItem', (_, [key]) => isHeld(names, key));
guard(Navigator.prototype, 'sendBeacon', (_, [url]) => isHeld(addresses, url));

/**
 * Changes an argument, address or HTML, so that it loads nothing optional. An address leads nowhere: browsers fetch nothing by
 * script from `about:`, and the call fails as if the host could not be reached. In HTML every address is marked: the core,
 * which can tell them apart, gives back those that it need not hold.
 */
const divert = (at: number) => (_: unknown, args: unknown[]) => {
  const input = (args[at] as Request | undefined)?.url ?? args[at];
  if (isHeld(addresses, input))
    args[at] = `${input}`.replace(/\s(src\w*|data|poster)=|^[^<]*$/gi, (_, name) =>
      name ? ` data-avowal="" data-avowal-${name}=` : 'about:',
    );
};
guard(window, 'fetch', divert(0));
guard(XMLHttpRequest.prototype, 'open', divert(1));
guard(Element.prototype, 'innerHTML', divert(0));
guard(Element.prototype, 'insertAdjacentHTML', divert(1));

function look(element: Element): void {
  const held = loading.filter((name) => hold(element, name, element.getAttribute(name)));
  if (!held[0]) return;
  // Only leaving the document stops a navigation that the parser has begun.
  let inert = element as HTMLScriptElement;
  if (element.matches('script')) {
    // One that has begun to load cannot be stopped, nor start again: one that has not takes its place.
    inert = document.createElement('script');
    for (const { name, value } of element.attributes)
      inert.setAttribute(name === 'type' ? 'data-avowal-type' : name, value);
    inert.type = (element as HTMLScriptElement).type = 'text/plain';
  }
  element.replaceWith(inert);
}

new MutationObserver((records) => {
  for (const { addedNodes } of records)
    for (const node of addedNodes) if (node instanceof Element) look(node);
}).observe(document, { childList: true, subtree: true });
