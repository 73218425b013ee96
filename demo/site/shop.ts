import { missingCookies, randomId } from '../demo-cookie.ts';
import { type DemoAnswer, type DemoRequest, redirect } from '../demo-exchange.ts';
import { type Basket, createBasketStore } from './basket-store.ts';
import { SHOP_ARTICLES } from './shop-articles.ts';

const SESSION = 'PHPSESSID';
const SHOP = 'wp_kopano_shop_id';

/** The web shop: it works within the session, and recognises a returning customer where its own cookie is there. */
export interface Shop {
  basketOf(request: DemoRequest): Basket;
  /** Whether the basket outlives the session. */
  keeps(request: DemoRequest): boolean;
  /** `POST /basket` */
  change(request: DemoRequest): DemoAnswer;
  /** The shop's own cookie, where the browser does not have it. */
  cookies(request: DemoRequest): string[];
}

const keysOf = ({ cookies }: DemoRequest) =>
  [SESSION, SHOP].flatMap((name) => (cookies.has(name) ? [`${name}=${cookies.get(name)}`] : []));

/** Opens the shop, all baskets empty. */
export function createShop(): Shop {
  const baskets = createBasketStore();
  const shopCookies = ({ cookies, mode }: DemoRequest) =>
    missingCookies(cookies, mode, [{ name: SHOP, value: randomId(8), maxAge: 30 * 86_400 }]);
  return {
    basketOf: (request) => baskets.read(keysOf(request)),
    keeps: ({ cookies }) => cookies.has(SHOP),
    cookies: shopCookies,
    change(request) {
      const article = SHOP_ARTICLES.find(({ id }) => id === request.form.get('article'));
      const pieces = { add: 1, remove: -1 }[request.form.get('action') ?? ''];
      if (article && pieces) baskets.change(keysOf(request), article.id, pieces);
      return redirect('/product#basket', shopCookies(request), 303);
    },
  };
}
