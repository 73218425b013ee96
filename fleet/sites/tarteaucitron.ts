import type { FleetSite } from '../fleet-site.ts';

const site: FleetSite = {
  about: 'uses tarteaucitron and gives its statistics to it',
  pages: {
    '/': `<script src="/packages/tarteaucitron/tarteaucitron.js"></script><script>
tarteaucitronForceLanguage = 'en';
tarteaucitron.init({ privacyUrl: '/privacy', orientation: 'bottom', highPrivacy: true, DenyAllCta: true, AcceptAllCta: true, showIcon: true, mandatory: true, removeCredit: true });
tarteaucitron.services.statistics = { key: 'statistics', type: 'analytic', name: 'Statistics', uri: '/privacy', needConsent: true, cookies: ['_ga'], js() { tarteaucitron.addScript('https://www.google-analytics.com/analytics.js'); } };
(tarteaucitron.job = tarteaucitron.job || []).push('statistics');
</script>`,
  },
  scenarios: ['close', 'withdraw'],
  buttons: {
    language: 'en',
    right: {
      accept: ['OK, accept all'],
      reject: ['Deny all cookies'],
      withdraw: ['OK, accept all', 'Cookies (modal window)', 'Deny all cookies'],
    },
  },
  expected: [
    'review notice-text notice',
    'review policy-page policy',
    // Its buttons are green and red.
    'review equal-prominence notice',
    'review third-country-transfers country US',
  ],
};

export default site;
