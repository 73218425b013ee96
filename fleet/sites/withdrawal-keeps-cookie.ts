import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { POLISH } from '../words.ts';

const HOST = 'withdrawal-keeps-cookie.test';

const site: FleetSite = {
  about: 'stops counting on a withdrawal, and leaves the cookie where it is',
  pages: { '/': notice({ words: POLISH, optional: STATISTICS, reopen: POLISH.reopen }) },
  scenarios: ['withdraw'],
  buttons: {
    language: POLISH.language,
    right: {
      accept: [POLISH.accept],
      reject: [POLISH.reject],
      withdraw: [POLISH.accept, POLISH.reopen, POLISH.reject],
    },
  },
  expected: [
    `fail withdrawal-honoured js-cookie _ga ${HOST}`,
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
