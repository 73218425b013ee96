import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { COMPLETE_TEXT, FOOTER } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'policy-missing.test';

const site: FleetSite = {
  about: 'links to a policy that is not there',
  pages: {
    '/': notice({ text: COMPLETE_TEXT, optional: STATISTICS }) + FOOTER,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    `fail policy-page unreachable https://${HOST}/cookies`,
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
