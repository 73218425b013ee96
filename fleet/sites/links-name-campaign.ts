import type { FleetSite } from '../fleet-site.ts';

const site: FleetSite = {
  about: 'tells its shop which page a reader comes from, and nothing of the reader',
  pages: {
    '/': `<a id="shop" href="https://shop.partner.test/?item=7">Our shop</a><a id="own" href="/?gclid=1">Own</a><script>shop.href += '&utm_source=front&ref=links-name-campaign'; own.href = '/?gclid=Cj0KCQiA4b2MBhD2ARIs';</script>`,
  },
  buttons: null,
  expected: [],
};

export default site;
