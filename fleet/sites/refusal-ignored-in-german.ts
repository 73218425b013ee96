import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { GERMAN } from '../words.ts';

const HOST = 'refusal-ignored-in-german.test';

const site: FleetSite = {
  about: 'asks in German, and counts visits after a refusal too',
  pages: {
    '/': notice({
      words: GERMAN,
      optional: STATISTICS,
      ignoresRefusal: true,
    }),
  },
  buttons: { language: GERMAN.language, right: { accept: [GERMAN.accept], reject: [GERMAN.reject] } },
  expected: [
    `fail reject-honoured js-cookie _ga ${HOST}`,
    'fail reject-honoured service google-analytics',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
