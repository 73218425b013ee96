import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ITALIAN } from '../words.ts';

const HOST = 'withdrawal-honoured.test';

const site: FleetSite = {
  about: 'takes a consent back: deletes the cookie and loads the page again',
  pages: {
    '/': notice({
      words: ITALIAN,
      optional: STATISTICS,
      reopen: ITALIAN.reopen,
      onWithdrawal: "document.cookie = '_ga=; path=/; max-age=0'; location.reload();",
    }),
  },
  scenarios: ['withdraw'],
  buttons: {
    language: ITALIAN.language,
    right: {
      accept: [ITALIAN.accept],
      reject: [ITALIAN.reject],
      withdraw: [ITALIAN.accept, ITALIAN.reopen, ITALIAN.reject],
    },
  },
  expected: [
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
