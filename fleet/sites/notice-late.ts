import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ANSWER, COMPLETE_TEXT, cookiePolicy, FOOTER, GA } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'notice-late.test';

const site: FleetSite = {
  about: 'shows its notice two seconds and a half after the page, larger than anything on it',
  pages: {
    '/': `${FOOTER}<p>A page of few words.</p><script>
const late = () => {
  document.body.append(document.createRange().createContextualFragment(${JSON.stringify(notice({ text: COMPLETE_TEXT, optional: STATISTICS })).replaceAll('</', '<\\/')}));
};
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(late, 2500)));
</script>`,
    '/cookies': cookiePolicy([ANSWER, GA]) + FOOTER,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'review notice-cost largest paint',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
