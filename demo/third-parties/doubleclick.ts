import { missingCookies, randomId } from '../demo-cookie.ts';
import {
  answer,
  type DemoAnswer,
  type DemoRequest,
  htmlAnswer,
  notFound,
  redirect,
} from '../demo-exchange.ts';
import { demoUrl } from '../demo-mode.ts';
import { BLANK_GIF } from './blank-gif.ts';
import { readAsset } from './read-asset.ts';

const DOMAIN = 'doubleclick.net';
const HOUSE_AD = readAsset('house-ad.html');

const TEST = {
  name: 'test_cookie',
  value: 'CheckForPermission',
  domain: DOMAIN,
  maxAge: 900,
  crossSite: true,
};

const ide = () => ({
  name: 'IDE',
  value: randomId(32),
  domain: DOMAIN,
  maxAge: 390 * 86_400,
  httpOnly: true,
  crossSite: true,
});

/** First answer: a cookie to try out whether any is taken, and a redirect to itself. Second: the lasting one. */
function pixel({ url, mode, cookies }: DemoRequest): DemoAnswer {
  if (cookies.has('IDE') || url.searchParams.has('tried')) {
    const lasting = cookies.has('test_cookie') ? missingCookies(cookies, mode, [ide()]) : [];
    return answer('image/gif', BLANK_GIF, lasting);
  }
  const again = new URL(url);
  again.searchParams.set('tried', '1');
  return redirect(demoUrl(again.href, mode), missingCookies(new Map(), mode, [TEST]));
}

/** googleads.g.doubleclick.net: an advertisement, and the pixel that recognises who has seen it. */
export function doubleclick(request: DemoRequest): DemoAnswer {
  const { pathname } = request.url;
  if (pathname === '/pagead/ads') return htmlAnswer(HOUSE_AD);
  if (pathname.startsWith('/pagead/viewthroughconversion/')) return pixel(request);
  return notFound();
}
