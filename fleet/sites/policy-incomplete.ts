import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ANSWER, COMPLETE_TEXT, cookiePolicy, FOOTER } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'policy-incomplete.test';

const site: FleetSite = {
  about: 'forgets the statistics in its policy',
  pages: {
    '/': notice({ text: COMPLETE_TEXT, optional: STATISTICS }) + FOOTER,
    '/cookies': cookiePolicy([ANSWER]) + FOOTER,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    `fail policy-page js-cookie _ga ${HOST}`,
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
