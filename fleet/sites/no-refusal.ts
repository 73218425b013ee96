import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'no-refusal.test';

const site: FleetSite = {
  about: 'has a button that accepts and one for settings, and none that refuses',
  pages: { '/': notice({ reject: null, more: '<button>Settings</button>', optional: STATISTICS }) },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept] }, mayOpen: ['Settings'] },
  expected: [
    'fail reject-on-first-layer notice',
    'review reject-honoured scenario reject',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
