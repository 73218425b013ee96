import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ANSWER, COMPLETE_TEXT, cookiePolicy, FOOTER, GA } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'notice-complete.test';

const site: FleetSite = {
  about: 'says on its notice all that the law wants, and names every cookie in its policy',
  pages: {
    '/': notice({ text: COMPLETE_TEXT, optional: STATISTICS }) + FOOTER,
    '/cookies': cookiePolicy([ANSWER, GA]) + FOOTER,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
