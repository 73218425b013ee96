import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'refusal-ignored.test';

const site: FleetSite = {
  about: 'waits for the answer, and counts visits after a refusal too',
  pages: { '/': notice({ optional: STATISTICS, ignoresRefusal: true }) },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    `fail reject-honoured js-cookie _ga ${HOST}`,
    'fail reject-honoured service google-analytics',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
