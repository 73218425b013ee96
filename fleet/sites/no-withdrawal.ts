import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { POLISH } from '../words.ts';

const HOST = 'no-withdrawal.test';

const site: FleetSite = {
  about: 'takes consents, has no settings, and no way to take one back',
  pages: { '/': notice({ words: POLISH, optional: STATISTICS }) },
  scenarios: ['save', 'withdraw'],
  buttons: { language: POLISH.language, right: { accept: [POLISH.accept], reject: [POLISH.reject] } },
  expected: [
    'review nothing-preselected settings',
    'review withdrawal-honoured control',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
