import { answer, type DemoHandler, redirect } from './demo-exchange.ts';
import { demoUrl } from './demo-mode.ts';
import type { DemoPolicy } from './demo-policy.ts';
import { siteHandler } from './site/site-handler.ts';
import { SITE_HOST } from './site/site-host.ts';
import { doubleclick } from './third-parties/doubleclick.ts';
import { googleFonts } from './third-parties/google-fonts.ts';
import { jira } from './third-parties/jira.ts';
import { matomo } from './third-parties/matomo.ts';
import { recaptcha } from './third-parties/recaptcha.ts';
import { youtube } from './third-parties/youtube.ts';

const THIRD_PARTIES: Readonly<Record<string, DemoHandler>> = {
  'matomo.kopano.com': matomo,
  'jira.kopano.io': jira,
  'www.google.com': recaptcha,
  'www.youtube.com': youtube,
  'googleads.g.doubleclick.net': doubleclick,
  'fonts.googleapis.com': googleFonts,
  'fonts.gstatic.com': googleFonts,
};

/** Every host of the demo behind one function. */
export function demoHandler(policy: DemoPolicy | undefined): DemoHandler {
  const site = siteHandler(policy);
  return (request) => {
    const { hostname, pathname, search } = request.url;
    if (hostname === SITE_HOST) return site(request);
    const thirdParty = THIRD_PARTIES[hostname];
    if (thirdParty) return thirdParty(request);
    if (hostname === 'kopano.com') {
      return redirect(demoUrl(`https://${SITE_HOST}${pathname}${search}`, request.mode), [], 301);
    }
    if (hostname === 'localhost' || hostname === '127.0.0.1') {
      const port = Number(/:(\d+)$/.exec(request.headers.host ?? '')?.[1] ?? 80);
      return redirect(demoUrl(`https://${SITE_HOST}/`, { kind: 'local', port }));
    }
    return answer('text/plain; charset=utf-8', 'The demo has no such host.', [], 421);
  };
}
