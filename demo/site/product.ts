import type { DemoMode } from '../demo-mode.ts';
import { advertisement } from './advertisement.ts';
import type { Basket } from './basket-store.ts';
import { SHOP_ARTICLES, type ShopArticle } from './shop-articles.ts';
import type { SitePage } from './site-page.ts';

const euros = (amount: number) => `€ ${amount.toLocaleString('en-GB')}`;

const button = (action: 'add' | 'remove', { id, name }: ShopArticle, text: string, label: string) =>
  `<form method="post" action="/basket"><input type="hidden" name="article" value="${id}"><button class="${action === 'add' ? 'button' : 'link'}" name="action" value="${action}" aria-label="${label} ${name}">${text}</button></form>`;

const offer = (article: ShopArticle) => `<li>
<h2>${article.name}</h2><p>${article.text}</p>
<p class="price">${euros(article.euros)} <small>${article.id === 'migration' ? 'once' : 'a year'}</small></p>
<ul class="ticks">${article.points.map((point) => `<li>${point}</li>`).join('')}</ul>
${button('add', article, 'Add to basket', 'Add to basket:')}
</li>`;

const keepNote = `<p class="note">This basket lasts until you close the browser. To find it again within 30 days, the shop needs its own cookie, which is part of “Kopano Cookies”.
<button type="button" class="link" data-avowal-action="open" data-needs-avowal hidden>Change your choice</button></p>`;

function basketTable(basket: Basket): string {
  const lines = SHOP_ARTICLES.flatMap((article) => {
    const pieces = basket.get(article.id) ?? 0;
    return pieces > 0 ? [{ article, pieces, sum: pieces * article.euros }] : [];
  });
  if (lines.length === 0) return '<p>Nothing in it yet. Choose an edition above; you pay when it runs.</p>';
  const total = lines.reduce((sum, line) => sum + line.sum, 0);
  return `<table><thead><tr><th scope="col">Article</th><th scope="col">Pieces</th><th scope="col">Price</th><th scope="col"><span class="unseen">Change</span></th></tr></thead>
<tbody>${lines
    .map(
      ({ article, pieces, sum }) =>
        `<tr><th scope="row">${article.name}</th><td>${pieces}</td><td>${euros(sum)}</td><td>${button('remove', article, 'Remove one', 'Remove one:')}</td></tr>`,
    )
    .join('\n')}</tbody>
<tfoot><tr><th scope="row" colspan="2">Together</th><td>${euros(total)}</td><td></td></tr></tfoot></table>`;
}

/** `/product`: editions, prices and the basket. `keeps` = the shop's cookie is there, so the basket outlives the session. */
export function product(mode: DemoMode, basket: Basket, keeps: boolean): SitePage {
  return {
    title: 'Editions and prices – Kopano',
    description: 'Three things to buy, prices without a phone call, and a basket that works.',
    main: `<div class="wide">
<header class="intro"><p class="kicker">Editions and prices</p><h1>Pay for people, not for promises</h1>
<p class="lead">Every edition has every function. What differs is how many people use it and how fast we answer.</p></header>
<ul class="cards offers">${SHOP_ARTICLES.map(offer).join('\n')}</ul>
<section class="basket" id="basket" aria-labelledby="basket-title">
<h2 id="basket-title">Your basket</h2>
${basketTable(basket)}
${basket.size > 0 && !keeps ? keepNote : ''}
</section>
${advertisement(mode)}
</div>`,
  };
}
