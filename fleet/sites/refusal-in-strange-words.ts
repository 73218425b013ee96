import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'refusal-in-strange-words.test';

const site: FleetSite = {
  about: 'refuses in words that nobody can know',
  pages: { '/': notice({ reject: 'Rather without', optional: STATISTICS }) },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept] } },
  expected: [
    'review reject-on-first-layer notice',
    'review reject-honoured scenario reject',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
