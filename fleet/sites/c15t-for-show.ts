import type { FleetSite } from '../fleet-site.ts';
import { STATISTICS } from '../third-parties.ts';

const HOST = 'c15t-for-show.test';

const site: FleetSite = {
  about: 'uses c15t with React, and counts visits beside it',
  pages: {
    '/': `<link rel="stylesheet" href="/packages/c15t.css"><script src="/packages/c15t.js"></script><script>startC15t([]);</script>${STATISTICS}`,
  },
  buttons: { language: 'en', right: { accept: ['Accept All'], reject: ['Reject All'] } },
  expected: [
    `fail nothing-before-choice js-cookie _ga ${HOST}`,
    'fail nothing-before-choice service google-analytics',
    `fail reject-honoured js-cookie _ga ${HOST}`,
    'fail reject-honoured service google-analytics',
    'review third-country-transfers country US',
  ],
};

export default site;
