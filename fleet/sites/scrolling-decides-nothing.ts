import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'scrolling-decides-nothing.test';

const site: FleetSite = {
  about: 'is long, listens for scrolling and clicks, and takes neither for an answer',
  pages: {
    '/': `${notice({ optional: STATISTICS })}
<div style="height: 3000px">A long page.</div><script>
addEventListener('scroll', () => { document.title = 'Scrolled'; });
addEventListener('click', () => { document.title = 'Clicked'; });
</script>`,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'review notice-text notice',
    'review policy-page policy',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
