import { missingCookies, randomId } from '../demo-cookie.ts';
import { type DemoAnswer, type DemoRequest, htmlAnswer, notFound } from '../demo-exchange.ts';
import { readAsset } from './read-asset.ts';

const PLAYER = readAsset('player.html');

/** www.youtube.com: a player in a frame, which recognises who watches. */
export function youtube({ url, mode, cookies }: DemoRequest): DemoAnswer {
  if (!/^\/embed\/[\w-]{11}$/.test(url.pathname)) return notFound();
  const shared = { domain: 'youtube.com', httpOnly: true, crossSite: true };
  const set = missingCookies(cookies, mode, [
    { ...shared, name: 'GPS', value: '1', maxAge: 30 * 60 },
    { ...shared, name: 'YSC', value: randomId(8) },
    { ...shared, name: 'VISITOR_INFO1_LIVE', value: randomId(8), maxAge: 180 * 86_400 },
  ]);
  return htmlAnswer(PLAYER, set);
}
