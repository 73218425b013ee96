import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'phone-tracked.test';

const site: FleetSite = {
  about: 'counts visits on telephones whatever the answer is',
  pages: {
    '/': `<meta name="viewport" content="width=device-width">${notice({ optional: STATISTICS })}<script>if (navigator.maxTouchPoints > 0 && document.cookie.includes('answer=no')) document.body.append(document.createRange().createContextualFragment(${JSON.stringify(STATISTICS).replaceAll('</', '<\\/')}));</script>`,
  },
  scenarios: ['phone'],
  buttons: {
    language: ENGLISH.language,
    right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject], phone: [ENGLISH.reject] },
  },
  expected: [
    `fail phone-alike js-cookie _ga ${HOST}`,
    'fail phone-alike service google-analytics',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
