declare const AVOWAL_STRICT: boolean;

/** Whether this is the strict script. It is known when the script is built, so that the core carries nothing of it. */
export const isStrict: boolean = AVOWAL_STRICT;

/** The global object of the page, or of a frame. */
export type Realm = typeof globalThis;

const guards: ((realm: Realm) => void)[] = [];
let frame: Realm | undefined;

/** The realm that gets guards now. */
export const realmNow = (): Realm => frame ?? window;

/** Keeps a guard for the realms of frames, each of which has prototypes and functions of its own. */
export function keepForFrames(guard: (realm: Realm) => void): void {
  if (!frame) guards.push(guard);
}

/** Puts a guard before something of the page, and later before the same in its frames. */
export function everywhere(guard: (realm: Realm) => void): void {
  guard(window);
  keepForFrames(guard);
}

/** Puts every guard of the page into the realm of a frame. */
export function guardRealm(realm: Realm): void {
  frame = realm;
  try {
    for (const guard of guards) guard(realm);
  } finally {
    frame = undefined;
  }
}

/** What a realm has in the place of something of the page: of its global object, a class or a prototype. */
export function inRealm(owner: object | undefined, realm: Realm): object | undefined {
  if (owner === window) return realm;
  const classes = realm as unknown as Record<string, { readonly prototype: object } | undefined>;
  if (typeof owner === 'function') return classes[owner.name];
  return owner && classes[owner.constructor.name]?.prototype;
}
