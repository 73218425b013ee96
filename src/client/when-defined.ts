/**
 * Lets `tell` speak to a vendor's global function before the page does: the first read after the vendor's snippet has
 * defined it and its queue. A stub of ours would not do, since the snippets load nothing where the name is taken.
 */
export function whenDefined<T extends { queue?: unknown }>(name: string, tell: (vendor: T) => void): void {
  let vendor: T | undefined;
  let told = false;
  Object.defineProperty(window, name, {
    configurable: true,
    get() {
      if (vendor?.queue && !told) {
        told = true;
        tell(vendor);
      }
      return vendor;
    },
    set(value: T) {
      vendor = value;
    },
  });
}
