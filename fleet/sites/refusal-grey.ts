import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { DUTCH } from '../words.ts';

const HOST = 'refusal-grey.test';

const site: FleetSite = {
  about: 'gives the refusal another colour',
  pages: { '/': notice({ words: DUTCH, rejectStyle: 'background:#ddd;color:#333;', optional: STATISTICS }) },
  buttons: { language: DUTCH.language, right: { accept: [DUTCH.accept], reject: [DUTCH.reject] } },
  expected: [
    'review equal-prominence notice',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
