import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'click-beside-consents.test';

const site: FleetSite = {
  about: 'takes a click beside the notice for a consent',
  pages: {
    '/': `${notice({ optional: STATISTICS })}
<script>
addEventListener('click', (event) => {
  if (!event.target.closest('#cookie-notice') && !document.cookie.includes('answer=')) give(true);
});
</script>`,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    `fail nothing-before-choice js-cookie _ga ${HOST}`,
    'fail nothing-before-choice service google-analytics',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
