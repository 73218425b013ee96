import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBasketStore } from './basket-store.ts';

describe('createBasketStore', () => {
  it('counts what was put in and taken out, never below nothing and never above 99', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, -1), { maxLength: 250 }), (changes) => {
        const store = createBasketStore();
        let expected = 0;
        for (const pieces of changes) {
          store.change(['a'], 'x', pieces);
          expected = Math.min(99, Math.max(0, expected + pieces));
        }
        expect(store.read(['a']).get('x') ?? 0).toBe(expected);
      }),
    );
  });

  it('keeps a basket under each key, and reads the first that has one', () => {
    const store = createBasketStore();
    store.change(['session', 'customer'], 'x', 1);
    expect(store.read(['unknown', 'customer']).get('x')).toBe(1);
    expect(store.read([]).size).toBe(0);
    expect(store.read(['unknown']).size).toBe(0);
  });

  it('forgets the basket that was not changed for the longest, above a thousand', () => {
    const store = createBasketStore();
    store.change(['old'], 'x', 1);
    store.change(['kept'], 'x', 1);
    for (let i = 0; i < 999; i++) store.change([`visitor ${i}`], 'x', 1);
    expect(store.read(['old']).size).toBe(0);
    expect(store.read(['kept']).size).toBe(1);
  });
});
