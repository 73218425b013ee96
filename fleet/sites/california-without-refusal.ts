import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'california-without-refusal.test';

const site: FleetSite = {
  about: 'asks in California though it need not, with a button that accepts and none that refuses',
  pages: { '/': notice({ reject: null, optional: STATISTICS }) },
  regime: 'us-ca',
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept] } },
  expected: [
    'fail reject-on-first-layer notice',
    'review reject-honoured scenario reject',
    `review unclassified-trackers js-cookie answer ${HOST}`,
  ],
};

export default site;
