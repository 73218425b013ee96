import type { FleetSite } from '../fleet-site.ts';

const HOST = 'links-carry-cookie.test';

const site: FleetSite = {
  about: 'gives the number of a visitor that it keeps in a cookie to its shop, in every link',
  pages: {
    '/': `<a id="shop" href="https://shop.partner.test/?item=7">Our shop</a><script>document.cookie = 'visitor=8f3a61c95b; path=/; secure; samesite=lax'; shop.setAttribute('href', shop.href + '&v=8f3a61c95b');</script>`,
  },
  buttons: null,
  expected: [
    `review link-decoration decorates-link v in links to shop.partner.test by ${HOST}`,
    'review reject-honoured scenario reject',
    'review reject-on-first-layer notice',
    `review unclassified-trackers js-cookie visitor ${HOST}`,
  ],
};

export default site;
