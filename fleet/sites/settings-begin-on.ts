import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';

const HOST = 'settings-begin-on.test';

const site: FleetSite = {
  about: 'has settings with statistics switched on from the start',
  pages: {
    '/': notice({ optional: STATISTICS, settings: { isOn: true, heedsSwitch: true } }),
  },
  scenarios: ['save'],
  expected: [
    'fail nothing-preselected switch Statistics',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
