import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { DUTCH } from '../words.ts';

const HOST = 'long-lived-cookie.test';

const site: FleetSite = {
  about: 'sets a cookie for two years, of which the browser keeps 400 days',
  pages: {
    '/': notice({
      words: DUTCH,
      optional: '<script src="https://www.google-analytics.com/long.js"></script>',
    }),
  },
  buttons: { language: DUTCH.language, right: { accept: [DUTCH.accept], reject: [DUTCH.reject] } },
  expected: [
    `fail cookie-attributes lifetime js-cookie _ga ${HOST}`,
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
