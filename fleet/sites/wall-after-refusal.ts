import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'wall-after-refusal.test';

const site: FleetSite = {
  about: 'puts a wall before who refuses',
  pages: {
    '/':
      notice({ optional: STATISTICS }) +
      `<script>if (document.cookie.includes('answer=no')) document.body.insertAdjacentHTML('beforeend', '<div style="position:fixed;inset:0;background:#fff"><p>Only readers who accept can read this.</p></div>');</script>`,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    'fail no-cookie-wall after refusal',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
