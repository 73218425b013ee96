import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'own-notice.test';

const site: FleetSite = {
  about: 'waits for the answer and keeps to it',
  pages: { '/': notice({ optional: STATISTICS }) },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'review notice-text notice',
    'review policy-page policy',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
