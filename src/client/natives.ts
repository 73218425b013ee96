const cookieSetter = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set;
const nativeSetAttribute = Element.prototype.setAttribute;

/** Writes a cookie past the blocker. */
export const writeCookie = (cookie: string): void => cookieSetter?.call(document, cookie);

/** Sets an attribute past the blocker. */
export const setAttribute = (element: Element, name: string, value: string): void =>
  nativeSetAttribute.call(element, name, value);

/** Sends past the blocker. */
export const send: typeof fetch = window.fetch?.bind(window);
