import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';

const HOST = 'notice-in-closed-root.test';

const site: FleetSite = {
  about: 'keeps its notice in a closed shadow root, and keeps to the answer',
  pages: { '/': notice({ optional: STATISTICS, isClosed: true }) },
  expected: [
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
