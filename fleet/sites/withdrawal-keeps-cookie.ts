import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';

const HOST = 'withdrawal-keeps-cookie.test';

const site: FleetSite = {
  about: 'stops counting on a withdrawal, and leaves the cookie where it is',
  pages: { '/': notice({ optional: STATISTICS, reopen: 'Cookie settings' }) },
  scenarios: ['withdraw'],
  expected: [
    `fail withdrawal-honoured js-cookie _ga ${HOST}`,
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
