import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ANSWER, COMPLETE_TEXT, cookiePolicy, FOOTER, GA } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'notice-jumps.test';

const site: FleetSite = {
  about: 'lets its notice jump from the head to the foot of the page',
  pages: {
    '/': `${notice({ text: COMPLETE_TEXT, optional: STATISTICS, noticeStyle: 'top:0;bottom:auto' })}${FOOTER}
<script>
const jump = () => {
  const box = document.getElementById('cookie-notice');
  box?.setAttribute('style', box.getAttribute('style').replace('top:0;bottom:auto', ''));
};
// Only what has been painted can jump.
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(jump, 300)));
</script>`,
    '/cookies': cookiePolicy([ANSWER, GA]) + FOOTER,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'review notice-cost layout shift',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
