import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { GERMAN } from '../words.ts';

const HOST = 'asks-again-after-days.test';

const site: FleetSite = {
  about:
    'keeps a refusal for a year by its cookie, and asks again after three days by the date that it wrote down',
  pages: {
    '/': notice({
      words: GERMAN,
      optional: STATISTICS,
      days: [365, 365],
      forgets: {
        onAnswer: "localStorage.setItem('answered', String(Date.now()));",
        isForgotten: "answer === 'no' && new Date() - localStorage.getItem('answered') > 3 * 86400000",
      },
    }),
  },
  buttons: { language: GERMAN.language, right: { accept: [GERMAN.accept], reject: [GERMAN.reject] } },
  expected: [
    'fail answer-kept asks again within days after reject',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    `review unclassified-trackers local-storage answered ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
