import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';

const HOST = 'asks-again.test';

const site: FleetSite = {
  about: 'forgets a refusal when the browser is closed, and asks again',
  pages: { '/': notice({ optional: STATISTICS, days: [365, 0] }) },
  expected: [
    'fail answer-kept asks again after reject',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
