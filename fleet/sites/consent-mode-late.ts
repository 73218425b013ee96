import { GTAG, TAG } from '../consent-tag.ts';
import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'consent-mode-late.test';

const site: FleetSite = {
  about: "tells Google's tag the default only after it was configured, and no later page what was answered",
  pages: {
    '/':
      `<script>${GTAG} gtag('config', 'G-FLEET'); gtag('consent', 'default', kinds('denied'));
document.addEventListener('click', ({ target }) => { if (target.dataset.answer === 'yes') gtag('consent', 'update', kinds('granted')); });</script>` +
      notice({ optional: TAG }),
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    'fail consent-mode-order dataLayer default',
    'fail consent-mode-order dataLayer stored answer',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
