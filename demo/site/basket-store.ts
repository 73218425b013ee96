/** Article id → pieces. */
export type Basket = ReadonlyMap<string, number>;

/** Visitors whose baskets are kept at a time; the one not used for the longest goes first. */
const MOST = 1_000;

/** More of one article is not a purchase but an attack. */
const MOST_PIECES = 99;

/** The baskets of the web shop, in memory. */
export interface BasketStore {
  /** What lies in the basket of the first of these keys that has one. */
  read(keys: readonly string[]): Basket;
  /** Puts `pieces` more (or fewer) of an article in, and keeps the basket under every key. */
  change(keys: readonly string[], article: string, pieces: number): void;
}

/** Opens an empty store. */
export function createBasketStore(): BasketStore {
  const baskets = new Map<string, Basket>();
  const read = (keys: readonly string[]): Basket => {
    const key = keys.find((candidate) => baskets.has(candidate));
    return (key !== undefined && baskets.get(key)) || new Map();
  };
  return {
    read,
    change(keys, article, pieces) {
      const basket = new Map(read(keys));
      const count = Math.min(MOST_PIECES, (basket.get(article) ?? 0) + pieces);
      if (count > 0) basket.set(article, count);
      else basket.delete(article);
      for (const key of keys) {
        baskets.delete(key);
        baskets.set(key, basket);
      }
      for (const oldest of baskets.keys()) {
        if (baskets.size <= MOST) break;
        baskets.delete(oldest);
      }
    },
  };
}
