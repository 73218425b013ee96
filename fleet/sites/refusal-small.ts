import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ITALIAN } from '../words.ts';

const HOST = 'refusal-small.test';

const site: FleetSite = {
  about: 'makes the refusal small',
  pages: {
    '/': notice({
      words: ITALIAN,
      rejectStyle: 'width:80px;height:24px;font-size:10px;',
      optional: STATISTICS,
    }),
  },
  buttons: { language: ITALIAN.language, right: { accept: [ITALIAN.accept], reject: [ITALIAN.reject] } },
  expected: [
    'fail equal-prominence notice',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
