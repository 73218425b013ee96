import { missingCookies, randomId } from '../demo-cookie.ts';
import { answer, type DemoAnswer, type DemoRequest, htmlAnswer, notFound } from '../demo-exchange.ts';
import { readAsset } from './read-asset.ts';

const SCRIPT = readAsset('recaptcha.js');
const WIDGET = readAsset('recaptcha-anchor.html');

/** Half a year, as Google keeps it. */
const NID_SECONDS = 183 * 86_400;

/** www.google.com/recaptcha: the script that puts the box into a form, and the box. */
export function recaptcha({ url, mode, cookies }: DemoRequest): DemoAnswer {
  const set = missingCookies(cookies, mode, [
    {
      name: 'NID',
      value: `525=${randomId(48)}`,
      domain: 'google.com',
      maxAge: NID_SECONDS,
      httpOnly: true,
      crossSite: true,
    },
  ]);
  if (url.pathname === '/recaptcha/api.js') return answer('text/javascript; charset=utf-8', SCRIPT, set);
  if (url.pathname === '/recaptcha/api2/anchor') return htmlAnswer(WIDGET, set);
  return notFound();
}
