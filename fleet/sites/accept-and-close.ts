import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'accept-and-close.test';
const ACCEPT = 'Accept & close ×';

const site: FleetSite = {
  about: 'calls its consent "Accept & close ×"',
  pages: { '/': notice({ optional: STATISTICS, words: { ...ENGLISH, accept: ACCEPT } }) },
  buttons: { language: ENGLISH.language, right: { accept: [ACCEPT], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'review notice-text notice',
    'review policy-page policy',
    'fail closing-decides-nothing accept',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
