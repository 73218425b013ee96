import { declaredConfig } from '../declared-config.ts';
import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'declared-wrong.test';

const site: FleetSite = {
  about: 'declares a shorter life, forgets a cookie, and keeps a declaration of one that is gone',
  pages: {
    '/': {
      body: notice({ optional: STATISTICS }),
      cookies: ['PHPSESSID=k3; Path=/; Secure; HttpOnly; SameSite=Lax'],
    },
  },
  config: declaredConfig(HOST, [
    { name: '_ga', kind: 'js-cookie', service: 'google-analytics', party: 'first', lifetimeSeconds: 86_400 },
    { name: 'old', kind: 'js-cookie', purpose: 'counting', party: 'first' },
  ]),
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    `fail declared-vs-observed lifetime js-cookie _ga ${HOST}`,
    `fail declared-vs-observed undeclared http-cookie PHPSESSID ${HOST}`,
    'fail declared-vs-observed ghost js-cookie old',
  ],
};

export default site;
