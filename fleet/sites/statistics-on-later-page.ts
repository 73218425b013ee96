import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { POLISH } from '../words.ts';

const HOST = 'statistics-on-later-page.test';

const site: FleetSite = {
  about: 'asks on the first page, and counts visits on the second without looking at the answer',
  pages: {
    '/': `<a href="/second">Second</a>${notice({ words: POLISH, optional: STATISTICS })}`,
    '/second': STATISTICS,
  },
  buttons: { language: POLISH.language, right: { accept: [POLISH.accept], reject: [POLISH.reject] } },
  expected: [
    `fail nothing-before-choice js-cookie _ga ${HOST}`,
    'fail nothing-before-choice service google-analytics',
    `fail reject-honoured js-cookie _ga ${HOST}`,
    'fail reject-honoured service google-analytics',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
