import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'escape-consents.test';

const site: FleetSite = {
  about: 'takes the key Escape for a consent',
  pages: { '/': notice({ optional: STATISTICS, closes: { escape: true } }) },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'review notice-text notice',
    'review policy-page policy',
    `fail closing-decides-nothing escape cookie answer ${HOST}`,
    `fail closing-decides-nothing js-cookie _ga ${HOST}`,
    'fail closing-decides-nothing service google-analytics',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
