import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { SPANISH } from '../words.ts';

const HOST = 'answer-kept-a-month.test';

const site: FleetSite = {
  about: 'keeps either answer for a month',
  pages: { '/': notice({ words: SPANISH, optional: STATISTICS, days: [30, 30] }) },
  buttons: { language: SPANISH.language, right: { accept: [SPANISH.accept], reject: [SPANISH.reject] } },
  expected: [
    'review answer-kept asks again within six months after reject',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
