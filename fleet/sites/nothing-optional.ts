import type { FleetSite } from '../fleet-site.ts';

const site: FleetSite = {
  about: 'keeps a session and nothing else, and asks nothing',
  pages: {
    '/': {
      body: '<a href="/more">More</a>',
      cookies: ['PHPSESSID=k3; Path=/; Secure; HttpOnly; SameSite=Lax'],
    },
    '/more': 'More.',
  },
  buttons: null,
  expected: [],
};

export default site;
