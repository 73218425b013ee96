import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'refusal-as-link.test';

const site: FleetSite = {
  about: 'makes the refusal look like a link',
  pages: {
    '/': notice({
      rejectStyle: 'background:none;color:#145a3c;text-decoration:underline;',
      optional: STATISTICS,
    }),
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    'fail equal-prominence notice',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
