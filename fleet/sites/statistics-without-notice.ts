import type { FleetSite } from '../fleet-site.ts';
import { STATISTICS } from '../third-parties.ts';

const HOST = 'statistics-without-notice.test';

const site: FleetSite = {
  about: 'counts visits and asks nobody',
  pages: { '/': STATISTICS },
  buttons: null,
  expected: [
    `fail nothing-before-choice js-cookie _ga ${HOST}`,
    'fail nothing-before-choice service google-analytics',
    'review reject-honoured scenario reject',
    'review reject-on-first-layer notice',
    'review third-country-transfers country US',
  ],
};

export default site;
