import type { FleetSite } from '../fleet-site.ts';

const HOST = 'klaro-for-show.test';

const site: FleetSite = {
  about: 'shows Klaro and loads its statistics anyway',
  pages: {
    '/': `<script>window.klaroConfig = { acceptAll: true, privacyPolicy: "/privacy", services: [{ name: "statistics", title: "Statistics", purposes: ["analytics"] }] };</script><script defer src="/packages/klaro.js" data-config="klaroConfig"></script>
<script src="https://www.google-analytics.com/analytics.js"></script>`,
  },
  buttons: { language: 'en', right: { accept: ["That's ok"], reject: ['I decline'] } },
  expected: [
    // Klaro keeps the answer for 120 days.
    'review answer-kept asks again within six months after reject',
    // Klaro's cookie is not Secure, and its buttons are green and grey.
    `fail cookie-attributes secure js-cookie klaro ${HOST}`,
    'review equal-prominence notice',
    `fail nothing-before-choice js-cookie _ga ${HOST}`,
    'fail nothing-before-choice service google-analytics',
    `fail reject-honoured js-cookie _ga ${HOST}`,
    'fail reject-honoured service google-analytics',
    'review third-country-transfers country US',
  ],
};

export default site;
