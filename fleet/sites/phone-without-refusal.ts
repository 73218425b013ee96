import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'phone-without-refusal.test';

const site: FleetSite = {
  about: 'hides the button that refuses on a telephone',
  pages: {
    '/': `<meta name="viewport" content="width=device-width"><style>@media (width < 600px) { [data-answer=no] { display: none } }</style>${notice({ optional: STATISTICS })}`,
  },
  scenarios: ['phone'],
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    'fail phone-alike refusal',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
