import type { FleetSite } from '../fleet-site.ts';
import { purposeNotice } from '../purpose-notice.ts';
import { STATISTICS, VIDEO } from '../third-parties.ts';
import { FRENCH } from '../words.ts';

const HOST = 'purposes-kept-apart.test';

const site: FleetSite = {
  about: 'lets visitors allow statistics and videos with advertising one by one, and keeps them apart',
  pages: {
    '/': purposeNotice({ words: FRENCH, statistics: STATISTICS, advertising: VIDEO, opensAll: false }),
  },
  scenarios: ['only-analytics', 'only-marketing'],
  buttons: {
    language: FRENCH.language,
    right: {
      accept: [FRENCH.accept],
      reject: [FRENCH.reject],
      'only-analytics': [FRENCH.settings, `${FRENCH.statistics} on`, FRENCH.save],
      'only-marketing': [FRENCH.settings, `${FRENCH.advertising} on`, FRENCH.save],
    },
  },
  expected: [
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
