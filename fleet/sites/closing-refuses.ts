import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'closing-refuses.test';

const site: FleetSite = {
  about: 'is closed by Escape, by a cross and by a click beside the notice, and takes each for a refusal',
  pages: { '/': notice({ optional: STATISTICS, closes: { escape: false, cross: false, beside: false } }) },
  buttons: {
    language: ENGLISH.language,
    right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject], close: ['×'] },
  },
  scenarios: ['close'],
  expected: [
    'review notice-text notice',
    'review policy-page policy',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
