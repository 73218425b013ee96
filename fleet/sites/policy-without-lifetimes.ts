import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { COMPLETE_TEXT, cookiePolicy, FOOTER } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'policy-without-lifetimes.test';

const site: FleetSite = {
  about: 'says in its policy of nothing how long it stays',
  pages: {
    '/': notice({ text: COMPLETE_TEXT, optional: STATISTICS }) + FOOTER,
    '/cookies':
      cookiePolicy([
        ['answer', 'keeps your answer', ''],
        ['_ga', 'counts visits', ''],
      ]) + FOOTER,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'review policy-page lifetimes',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
