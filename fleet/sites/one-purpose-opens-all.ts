import type { FleetSite } from '../fleet-site.ts';
import { purposeNotice } from '../purpose-notice.ts';
import { STATISTICS, VIDEO } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'one-purpose-opens-all.test';

const site: FleetSite = {
  about: 'has a switch for each of two purposes, and each of them opens both',
  pages: {
    '/': purposeNotice({ words: ENGLISH, statistics: STATISTICS, advertising: VIDEO, opensAll: true }),
  },
  scenarios: ['only-analytics', 'only-marketing'],
  buttons: {
    language: ENGLISH.language,
    right: {
      accept: [ENGLISH.accept],
      reject: [ENGLISH.reject],
      'only-analytics': [ENGLISH.settings, `${ENGLISH.statistics} on`, ENGLISH.save],
      'only-marketing': [ENGLISH.settings, `${ENGLISH.advertising} on`, ENGLISH.save],
    },
  },
  expected: [
    'fail purposes-honoured analytics: http-cookie YSC youtube.com',
    'fail purposes-honoured analytics: service youtube',
    `fail purposes-honoured marketing: js-cookie _ga ${HOST}`,
    'fail purposes-honoured marketing: service google-analytics',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
