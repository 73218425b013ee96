import { inRealm, isStrict, keepForFrames, realmNow } from './realms.ts';

type Owner = Record<string, unknown>;

/** What a script gets whose call is held back. */
export const refusal = (): TypeError => new TypeError('No consent');

/** Puts a guard before a method: it gets the arguments (and may change them), `this`, and the way to go on. */
export function guardMethod(
  owner: object | undefined,
  name: string,
  guard: (args: unknown[], self: object, proceed: (self?: object) => unknown) => unknown,
): void {
  const native = (owner as Owner | undefined)?.[name] as ((...args: unknown[]) => unknown) | undefined;
  if (!native) return;
  (owner as Owner)[name] = function (this: object, ...args: unknown[]): unknown {
    return guard(args, this, (self = this) => native.apply(self, args));
  };
  if (isStrict) keepForFrames((realm) => guardMethod(inRealm(owner, realm), name, guard));
}

/** Puts a guard before the setter of a class, where it has this one itself. */
export function guardSetter(
  owner: object,
  name: string,
  guard: (value: unknown, self: Element, set: (value: unknown) => void) => void,
): void {
  const native = Object.getOwnPropertyDescriptor(owner, name);
  if (!native?.set) return;
  Object.defineProperty(owner, name, {
    ...native,
    set(this: Element, value: unknown) {
      guard(value, this, (allowed) => native.set?.call(this, allowed));
    },
  });
  if (isStrict) keepForFrames((realm) => guardSetter(inRealm(owner, realm) as object, name, guard));
}

/** Puts a guard before `new name(…)`: it gets the arguments (and may change them) and the way to go on. */
export function guardConstructor(
  name: string,
  guard: (args: unknown[], proceed: () => object) => object,
): void {
  const scope = (isStrict ? realmNow() : window) as unknown as Record<string, new () => object>;
  const native = scope[name];
  if (!native) return;
  scope[name] = new Proxy(native, {
    construct: (target, args, newTarget) => guard(args, () => Reflect.construct(target, args, newTarget)),
  });
  if (isStrict) keepForFrames(() => guardConstructor(name, guard));
}
