import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'phone-cut-off.test';

const site: FleetSite = {
  about: 'puts the button that refuses beyond the edge of a telephone',
  pages: {
    '/': `<meta name="viewport" content="width=device-width">${notice({ optional: STATISTICS, rejectStyle: 'margin-left:220px;', text: 'Cookies?' })}<style>#cookie-notice { width: 560px }</style>`,
  },
  scenarios: ['phone'],
  buttons: {
    language: ENGLISH.language,
    right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject], phone: [ENGLISH.reject] },
  },
  expected: [
    'fail phone-alike width',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
