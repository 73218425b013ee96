import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'links-decorated-after-consent.test';

const site: FleetSite = {
  about: 'adds the number of a click on an advertisement to links to its shop after a yes',
  pages: {
    '/': `<a id="shop" href="https://shop.partner.test/?item=7">Our shop</a>${notice({ optional: "<script>shop.href += '&gclid=Cj0KCQiA4b2MBhD2ARIs';</script>" })}`,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [`review unclassified-trackers js-cookie answer ${HOST}`],
};

export default site;
