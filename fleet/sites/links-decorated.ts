import type { FleetSite } from '../fleet-site.ts';

const HOST = 'links-decorated.test';

const site: FleetSite = {
  about: 'adds the number of a click on an advertisement to links to its shop',
  pages: {
    '/': `<a id="shop" href="https://shop.partner.test/?item=7">Our shop</a><script>shop.href += '&gclid=Cj0KCQiA4b2MBhD2ARIs';</script>`,
  },
  buttons: null,
  expected: [`fail link-decoration decorates-link gclid in links to shop.partner.test by ${HOST}`],
};

export default site;
