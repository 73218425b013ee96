import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ANSWER, COMPLETE_TEXT, cookiePolicy, FOOTER, GA } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'notice-hides-focus.test';

const site: FleetSite = {
  about: 'covers links of the page with its notice, which keep the focus',
  pages: {
    '/': `${notice({ text: COMPLETE_TEXT, optional: STATISTICS, noticeStyle: 'left:0;right:0;z-index:9' })}${FOOTER}
<p style="position:absolute;bottom:20px;left:40px"><a href="/cookies">More on cookies</a></p>`,
    '/cookies': cookiePolicy([ANSWER, GA]) + FOOTER,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'fail notice-accessibility focus obscured',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
