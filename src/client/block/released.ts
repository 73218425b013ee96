/** Scripts that waited and run now. */
export const released: WeakSet<Element> = new WeakSet();
