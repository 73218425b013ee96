import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ANSWER, COMPLETE_TEXT, cookiePolicy, FOOTER, GA } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'notice-cut-at-zoom.test';

const site: FleetSite = {
  about: 'has a notice that leaves the window at 400 % zoom',
  pages: {
    '/':
      notice({ text: COMPLETE_TEXT, optional: STATISTICS, noticeStyle: 'max-height:none;min-height:420px' }) +
      FOOTER,
    '/cookies': cookiePolicy([ANSWER, GA]) + FOOTER,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'fail notice-accessibility reflow',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
