import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { VIDEO } from '../third-parties.ts';

const HOST = 'video-after-consent.test';

const site: FleetSite = {
  about: 'shows a video only after a yes',
  pages: { '/': notice({ optional: VIDEO }) },
  expected: [
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
