import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';

const HOST = 'answer-kept-a-month.test';

const site: FleetSite = {
  about: 'keeps either answer for a month',
  pages: { '/': notice({ optional: STATISTICS, days: [30, 30] }) },
  expected: [
    `review answer-kept short cookie answer ${HOST}`,
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
