const cookieSetter = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set;
const nativeSetAttribute = Element.prototype.setAttribute;

/** Writes a cookie past the blocker. */
export const writeCookie = (cookie: string): void => cookieSetter?.call(document, cookie);

interface Policy {
  readonly createHTML: (html: string) => string;
  readonly createScriptURL: (url: string) => string;
}

interface TrustedTypes {
  readonly createPolicy: (name: string, rules: Policy) => Policy;
}

const same = (text: string) => text;
/** Marks as trusted what was made from what the page had set itself. */
export let policy: Policy = { createHTML: same, createScriptURL: same };
try {
  // A page may require trusted types (its policy of content security names `avowal`, or allows every name).
  policy = (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('avowal', policy) ?? policy;
} catch {
  // Where the page forbids it, what it refuses stays blocked.
}

/** Sets an attribute past the blocker. */
export const setAttribute = (element: Element, name: string, value: string): void =>
  nativeSetAttribute.call(element, name, policy.createScriptURL(value));

/** Sends past the blocker. */
export const send: typeof fetch = window.fetch.bind(window);

/** Nonce of the script that the core came in; empty where the page's policy needs none. */
export const coreNonce: string = (document.currentScript as HTMLScriptElement | null)?.nonce ?? '';
