import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'scrolling-consents.test';

const site: FleetSite = {
  about: 'takes scrolling for a consent',
  pages: {
    '/': `${notice({ optional: STATISTICS })}
<div style="height: 3000px">A long page.</div><script>addEventListener('scroll', () => give(true), { once: true });</script>`,
  },
  buttons: { language: ENGLISH.language, right: {} },
  expected: [
    `fail nothing-before-choice js-cookie _ga ${HOST}`,
    'fail nothing-before-choice service google-analytics',
    // Who scrolls to the notice has no notice left to answer.
    'review reject-honoured scenario reject',
    'review reject-on-first-layer notice',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
