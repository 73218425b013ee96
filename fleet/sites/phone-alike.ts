import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { FRENCH } from '../words.ts';

const HOST = 'phone-alike.test';

const site: FleetSite = {
  about: 'shows a telephone what it shows a desktop',
  pages: {
    '/': `<meta name="viewport" content="width=device-width">${notice({ words: FRENCH, optional: STATISTICS })}`,
  },
  scenarios: ['phone'],
  buttons: {
    language: FRENCH.language,
    right: { accept: [FRENCH.accept], reject: [FRENCH.reject], phone: [FRENCH.reject] },
  },
  expected: [
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
