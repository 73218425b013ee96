import { GTAG, TAG } from '../consent-tag.ts';
import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'consent-mode-for-show.test';

const site: FleetSite = {
  about: "tells Google's tag after a refusal that everything was granted",
  pages: {
    '/':
      `<script>${GTAG} gtag('consent', 'default', kinds('denied'));</script>` +
      notice({
        optional: `<script>gtag('consent', 'update', kinds('granted'));</script>${TAG}`,
        ignoresRefusal: true,
      }),
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    'fail consent-mode-truth reject google',
    `fail reject-honoured js-cookie _ga ${HOST}`,
    'fail reject-honoured service google-analytics',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
