import type { FleetSite } from '../fleet-site.ts';

const HOST = 'klaro.test';

const site: FleetSite = {
  about: 'uses Klaro and marks its statistics',
  pages: {
    '/': `<script>window.klaroConfig = { acceptAll: true, privacyPolicy: "/privacy", services: [{ name: "statistics", title: "Statistics", purposes: ["analytics"] }] };</script><script defer src="/packages/klaro.js" data-config="klaroConfig"></script>
<script type="text/plain" data-type="text/javascript" data-name="statistics" data-src="https://www.google-analytics.com/analytics.js"></script>`,
  },
  scenarios: ['close', 'save', 'only-analytics'],
  buttons: {
    language: 'en',
    right: {
      accept: ["That's ok"],
      reject: ['I decline'],
      save: ['Let me choose', 'Accept selected'],
      'only-analytics': ['Let me choose', 'Analytics on', 'Accept selected'],
    },
  },
  expected: [
    // Klaro writes white on a light green.
    'fail notice-accessibility axe color-contrast',
    'review notice-text notice',
    'review policy-page policy',
    // Klaro keeps the answer for 120 days.
    'review answer-kept asks again within six months after reject',
    // Klaro's cookie is not Secure, and its buttons are green and grey.
    `fail cookie-attributes secure js-cookie klaro ${HOST}`,
    'review equal-prominence notice',
    'review third-country-transfers country US',
  ],
};

export default site;
