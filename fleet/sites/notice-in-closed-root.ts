import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { GERMAN } from '../words.ts';

const HOST = 'notice-in-closed-root.test';

const site: FleetSite = {
  about: 'keeps its notice in a closed shadow root, and keeps to the answer',
  pages: { '/': notice({ words: GERMAN, optional: STATISTICS, isClosed: true }) },
  buttons: { language: GERMAN.language, right: { accept: [GERMAN.accept], reject: [GERMAN.reject] } },
  scenarios: ['close'],
  expected: [
    // Into a closed shadow root axe-core cannot look.
    'review notice-accessibility notice',
    'review notice-text notice',
    'review policy-page policy',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
