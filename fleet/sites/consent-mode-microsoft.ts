import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'consent-mode-microsoft.test';

const site: FleetSite = {
  about:
    "tells Microsoft's tag a denied default and the consent, and also a consent when the visitor refuses",
  pages: {
    '/':
      `<script>window.uetq = window.uetq || []; uetq.push('consent', 'default', { ad_storage: 'denied' });</script>` +
      notice({
        optional: `<script>uetq.push('consent', 'update', { ad_storage: 'granted' });</script>`,
        ignoresRefusal: true,
      }),
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    'fail consent-mode-truth reject microsoft',
    `review unclassified-trackers js-cookie answer ${HOST}`,
  ],
};

export default site;
