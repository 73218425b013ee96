import { GTAG, TAG } from '../consent-tag.ts';
import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'consent-mode.test';

const site: FleetSite = {
  about:
    "tells Google's tag a denied default first, and the consent when it is given and on every later page",
  pages: {
    '/':
      `<script>${GTAG} gtag('consent', 'default', { ...kinds('denied'), wait_for_update: 500 });</script>` +
      notice({ optional: `<script>gtag('consent', 'update', kinds('granted'));</script>${TAG}` }),
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
