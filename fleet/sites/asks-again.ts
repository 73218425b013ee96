import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { FRENCH } from '../words.ts';

const HOST = 'asks-again.test';

const site: FleetSite = {
  about: 'forgets a refusal when the browser is closed, and asks again',
  pages: { '/': notice({ words: FRENCH, optional: STATISTICS, days: [365, 0] }) },
  buttons: { language: FRENCH.language, right: { accept: [FRENCH.accept], reject: [FRENCH.reject] } },
  expected: [
    'fail answer-kept asks again after reject',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
