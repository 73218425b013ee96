import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'asks-again-on-each-page.test';

const page = notice({
  optional: STATISTICS,
  forgets: {
    onAnswer: "localStorage.setItem('answered ' + location.pathname, '1');",
    isForgotten: "answer === 'no' && !localStorage.getItem('answered ' + location.pathname)",
  },
});

const site: FleetSite = {
  about: 'takes a refusal for one page alone, and a consent for all',
  pages: { '/': `${page}<a href="/about">About us</a>`, '/about': page },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    'fail answer-kept asks again on pages after reject',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    `review unclassified-trackers local-storage answered / ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
