import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';

const HOST = 'withdrawal-honoured.test';

const site: FleetSite = {
  about: 'takes a consent back: deletes the cookie and loads the page again',
  pages: {
    '/': notice({
      optional: STATISTICS,
      reopen: 'Cookie settings',
      onWithdrawal: "document.cookie = '_ga=; path=/; max-age=0'; location.reload();",
    }),
  },
  scenarios: ['withdraw'],
  expected: [
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
