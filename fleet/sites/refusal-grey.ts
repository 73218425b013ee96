import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';

const HOST = 'refusal-grey.test';

const site: FleetSite = {
  about: 'gives the refusal another colour',
  pages: { '/': notice({ rejectStyle: 'background:#ddd;color:#333;', optional: STATISTICS }) },
  expected: [
    'review equal-prominence notice',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
