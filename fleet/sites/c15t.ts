import type { FleetSite } from '../fleet-site.ts';

const HOST = 'c15t.test';

const site: FleetSite = {
  about: 'uses c15t with React, which stops the statistics on a withdrawal and leaves their cookie',
  pages: {
    '/': `<link rel="stylesheet" href="/packages/c15t.css"><script src="/packages/c15t.js"></script><script>startC15t([{ id: 'statistics', src: 'https://www.google-analytics.com/analytics.js', category: 'measurement' }]);</script>`,
  },
  scenarios: ['close', 'save', 'only-analytics', 'withdraw'],
  buttons: {
    language: 'en',
    right: {
      accept: ['Accept All'],
      reject: ['Reject All'],
      save: ['Customize', 'Save Settings'],
      'only-analytics': ['Customize', 'Analytics', 'Save Settings'],
      withdraw: ['Accept All', 'Open privacy settings', 'Reject All'],
    },
  },
  expected: [
    // The link to its maker is small.
    'fail notice-accessibility axe target-size',
    'review notice-text notice',
    'review policy-page policy',
    `fail withdrawal-honoured js-cookie _ga ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
