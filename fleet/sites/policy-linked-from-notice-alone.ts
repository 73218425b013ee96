import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ANSWER, COMPLETE_TEXT, cookiePolicy, GA } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'policy-linked-from-notice-alone.test';

const site: FleetSite = {
  about: 'links to its policy from the notice, and from no page',
  pages: {
    '/': notice({ text: COMPLETE_TEXT, optional: STATISTICS }),
    '/cookies': cookiePolicy([ANSWER, GA]),
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'review policy-page links',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
