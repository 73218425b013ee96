import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'purposes-in-one-switch.test';
const WORDS = { ...ENGLISH, statistics: 'Statistics and advertising' };

const site: FleetSite = {
  about: 'has one switch for statistics and advertising',
  pages: {
    '/': notice({ words: WORDS, optional: STATISTICS, settings: { isOn: false, heedsSwitch: true } }),
  },
  scenarios: ['only-analytics'],
  buttons: {
    language: WORDS.language,
    right: { accept: [WORDS.accept], reject: [WORDS.reject] },
    mayOpen: [WORDS.settings],
  },
  expected: [
    'review purposes-honoured purpose analytics',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
