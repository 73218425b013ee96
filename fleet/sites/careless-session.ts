import type { FleetSite } from '../fleet-site.ts';

const COOKIE = 'http-cookie PHPSESSID careless-session.test';

const site: FleetSite = {
  about: 'sets its session cookie with no attribute at all',
  pages: { '/': { body: '', cookies: ['PHPSESSID=k3; Path=/'] } },
  buttons: null,
  expected: [
    `fail cookie-attributes secure ${COOKIE}`,
    `fail cookie-attributes same-site ${COOKIE}`,
    `review cookie-attributes http-only ${COOKIE}`,
  ],
};

export default site;
