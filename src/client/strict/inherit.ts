/** Gives a class a property of its own that it inherits: a guard before that stands in the way of no other class. */
export function inherit(owner: object, name: string): void {
  for (let from = owner; from; from = Object.getPrototypeOf(from)) {
    const property = Object.getOwnPropertyDescriptor(from, name);
    if (property) {
      Object.defineProperty(owner, name, property);
      return;
    }
  }
}
