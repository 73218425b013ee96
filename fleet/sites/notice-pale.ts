import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ANSWER, COMPLETE_TEXT, cookiePolicy, FOOTER, GA } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'notice-pale.test';

const site: FleetSite = {
  about: 'writes its notice in pale letters',
  pages: {
    '/': notice({ text: COMPLETE_TEXT, optional: STATISTICS, noticeStyle: 'color:#bbb' }) + FOOTER,
    '/cookies': cookiePolicy([ANSWER, GA]) + FOOTER,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'fail notice-accessibility axe color-contrast',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
