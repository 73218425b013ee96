import { missingCookies, randomId } from '../demo-cookie.ts';
import {
  type DemoAnswer,
  type DemoHandler,
  type DemoRequest,
  htmlAnswer,
  redirect,
} from '../demo-exchange.ts';
import type { DemoPolicy } from '../demo-policy.ts';
import { ARTICLE_PATH, article } from './article.ts';
import { botManager } from './bot-manager.ts';
import { checkContact, contact } from './contact.ts';
import { cookiePolicy } from './cookie-policy.ts';
import { home } from './home.ts';
import { homeDe } from './home-de.ts';
import { layout } from './layout.ts';
import { notFoundPage } from './not-found.ts';
import { privacy } from './privacy.ts';
import { product } from './product.ts';
import { releases } from './releases.ts';
import { createShop } from './shop.ts';
import { SITE_ASSETS } from './site-assets.ts';
import { SITE_DOMAIN } from './site-host.ts';
import type { SitePage, StaticPage } from './site-page.ts';
import { robots, sitemap } from './sitemap.ts';

const STATIC_PAGES: ReadonlyMap<string, StaticPage> = new Map([
  ['/', home],
  ['/de/', homeDe],
  [ARTICLE_PATH, article],
  ['/releases', releases],
  ['/privacy', privacy],
]);

const SITEMAP = [...STATIC_PAGES.keys(), '/product', '/contact', '/cookie-policy'];

/** What PHP and the edge before it set with every page. */
const pageCookies = ({ cookies, mode }: DemoRequest) =>
  missingCookies(cookies, mode, [
    { name: 'PHPSESSID', value: randomId(13), httpOnly: true },
    { name: '__cfduid', value: `d${randomId(21)}`, domain: SITE_DOMAIN, maxAge: 30 * 86_400, httpOnly: true },
  ]);

/** www.kopano.com: the company's website. */
export function siteHandler(policy: DemoPolicy | undefined): DemoHandler {
  const shop = createShop();

  function page(request: DemoRequest, content: SitePage, status = 200, cookies: string[] = []): DemoAnswer {
    const html = layout(content, { mode: request.mode, path: request.url.pathname });
    return htmlAnswer(html, [...pageCookies(request), ...cookies], status);
  }

  function contactPage(request: DemoRequest): DemoAnswer {
    if (request.method !== 'POST') {
      const sent = request.url.searchParams.has('sent');
      return page(request, contact(request.mode, request.form, {}, sent));
    }
    const errors = checkContact(request.form);
    if (Object.keys(errors).length === 0) return redirect('/contact?sent', [], 303);
    return page(request, contact(request.mode, request.form, errors, false), 422);
  }

  return async (request) => {
    const { mode } = request;
    const { pathname } = request.url;
    if (pathname.startsWith('/akam/')) return botManager(request);
    const file = SITE_ASSETS.get(pathname);
    if (file) return file;
    const staticPage = STATIC_PAGES.get(pathname);
    if (staticPage) return page(request, staticPage({ mode, path: pathname }));
    switch (pathname) {
      case '/product': {
        const content = product(mode, shop.basketOf(request), shop.keeps(request));
        return page(request, content, 200, shop.cookies(request));
      }
      case '/basket':
        return request.method === 'POST' ? shop.change(request) : redirect('/product#basket');
      case '/contact':
        return contactPage(request);
      case '/cookie-policy':
        return page(request, await cookiePolicy(policy));
      case '/robots.txt':
        return robots(mode);
      case '/sitemap.xml':
        return sitemap(SITEMAP, mode);
      case '/de':
        return redirect('/de/', [], 301);
      case '/blog':
      case '/blog/':
        return redirect(ARTICLE_PATH);
      default:
        return page(request, notFoundPage({ mode, path: pathname }), 404);
    }
  };
}
