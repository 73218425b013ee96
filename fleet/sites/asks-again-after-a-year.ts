import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { GERMAN } from '../words.ts';

const HOST = 'asks-again-after-a-year.test';

const page = notice({
  words: GERMAN,
  optional: STATISTICS,
  days: [370, 370],
  forgets: {
    onAnswer: "localStorage.setItem('answered', String(Date.now()));",
    isForgotten: "Boolean(answer) && new Date() - localStorage.getItem('answered') > 365 * 86400000",
  },
});

const site: FleetSite = {
  about: 'asks again after a year by the date that it wrote down, and has its settings in the text of a page',
  pages: {
    '/': `${page}<a href="/cookies">Cookies</a>`,
    '/cookies': `${page}<section id="cookie-settings"><p>${GERMAN.text}</p><button>${GERMAN.accept}</button><button>${GERMAN.reject}</button></section>`,
  },
  buttons: { language: GERMAN.language, right: { accept: [GERMAN.accept], reject: [GERMAN.reject] } },
  expected: [
    `review unclassified-trackers js-cookie answer ${HOST}`,
    `review unclassified-trackers local-storage answered ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
