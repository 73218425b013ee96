import { everywhere, guardRealm, type Realm } from '../block/realms.ts';

const seen = new WeakSet<object>();
/** Told of the document of every frame that is guarded. */
let onFrame: (tree: Document) => void;

/**
 * Guards a frame that shows no page of its own, such as `about:blank`, as the page itself: it lends its functions to whoever looks
 * for some that nobody guards.
 */
export function guardFrame(frame: Window | null | undefined): void {
  try {
    const realm = frame as unknown as Realm;
    if (!/^(about|blob):/.test(realm.document.URL) || seen.has(realm.Element)) return;
    seen.add(realm.Element);
    guardRealm(realm);
    for (const name of ['localStorage', 'sessionStorage'] as const)
      Object.defineProperty(realm, name, { configurable: true, get: () => window[name] });
    onFrame(realm.document);
  } catch {
    // A frame of another site lends nothing.
  }
}

/** Guards frames before a script can reach into them. */
export function guardFrames(observe: (tree: Document) => void): void {
  onFrame = observe;
  everywhere((realm) => {
    const { prototype } = realm.HTMLIFrameElement;
    const documentOf = Object.getOwnPropertyDescriptor(prototype, 'contentDocument')?.get;
    for (const name of ['contentWindow', 'contentDocument']) {
      const native = Object.getOwnPropertyDescriptor(prototype, name);
      Object.defineProperty(prototype, name, {
        ...native,
        get() {
          // Of a frame of another site the document is kept back, and nothing fails.
          guardFrame(documentOf?.call(this)?.defaultView);
          return native?.get?.call(this);
        },
      });
    }
  });
}
