import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ANSWER, COMPLETE_TEXT, cookiePolicy, FOOTER, GA } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'policy-behind-notice.test';

const site: FleetSite = {
  about: 'hides its policy behind the notice',
  pages: {
    '/': notice({ text: COMPLETE_TEXT, optional: STATISTICS }) + FOOTER,
    '/cookies': `${cookiePolicy([ANSWER, GA])}${FOOTER}<script>
if (!document.cookie.includes('answer=')) document.body.insertAdjacentHTML('beforeend', '<div style="position:fixed;inset:0;background:#fff">Answer first.</div>');
</script>`,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    `fail policy-page covered https://${HOST}/cookies`,
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
