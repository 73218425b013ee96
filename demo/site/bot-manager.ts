import { missingCookies, randomId } from '../demo-cookie.ts';
import { answer, type DemoAnswer, type DemoRequest, notFound } from '../demo-exchange.ts';
import { readSiteAsset } from './site-assets.ts';
import { SITE_DOMAIN } from './site-host.ts';

const SENSOR = readSiteAsset('sensor.js');

/**
 * `/akam/`: the bot manager that stands before the site and answers under its name. Its sensor brings `bm_sz`; the
 * readings that it sends bring `_abck`.
 */
export function botManager({ url, method, mode, cookies }: DemoRequest): DemoAnswer {
  if (url.pathname === '/akam/13/4f2a9c1d') {
    const size = { name: 'bm_sz', value: randomId(24), domain: SITE_DOMAIN, maxAge: 4 * 3600 };
    return answer('text/javascript; charset=utf-8', SENSOR, missingCookies(cookies, mode, [size]));
  }
  if (url.pathname === '/akam/13/pixel_4f2a9c1d' && method === 'POST') {
    const check = { name: '_abck', value: `${randomId(32)}~-1~`, domain: SITE_DOMAIN, maxAge: 365 * 86_400 };
    return answer('application/json', '{"success":true}', missingCookies(cookies, mode, [check]));
  }
  return notFound();
}
