import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ITALIAN } from '../words.ts';

const HOST = 'refusal-kept-shorter.test';

const site: FleetSite = {
  about: 'keeps a consent for a year and a refusal for a month',
  pages: { '/': notice({ words: ITALIAN, optional: STATISTICS, days: [365, 30] }) },
  buttons: { language: ITALIAN.language, right: { accept: [ITALIAN.accept], reject: [ITALIAN.reject] } },
  expected: [
    'review answer-kept asks again within six months after reject',
    `fail answer-kept shorter refusal cookie answer ${HOST}`,
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
