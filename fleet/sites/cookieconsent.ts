import type { FleetSite } from '../fleet-site.ts';

const site: FleetSite = {
  about: 'uses CookieConsent and marks its statistics',
  pages: {
    '/': `<script type="text/plain" data-category="analytics" src="https://www.google-analytics.com/analytics.js"></script>
<link rel="stylesheet" href="/packages/cookieconsent.css"><script src="/packages/cookieconsent.js"></script><script>CookieConsent.run({ categories: { necessary: { enabled: true, readOnly: true }, analytics: {} }, language: { default: "en", translations: { en: { consentModal: { title: "We use cookies", description: "To count visits.", acceptAllBtn: "Accept all", acceptNecessaryBtn: "Reject all", showPreferencesBtn: "Preferences" }, preferencesModal: { title: "Preferences", acceptAllBtn: "Accept all", acceptNecessaryBtn: "Reject all", savePreferencesBtn: "Save", sections: [{ title: "Analytics", linkedCategory: "analytics" }] } } } } });</script>`,
  },
  scenarios: ['close', 'save', 'only-analytics'],
  buttons: {
    language: 'en',
    right: {
      accept: ['Accept all'],
      reject: ['Reject all'],
      save: ['Preferences', 'Save'],
      'only-analytics': ['Preferences', 'Analytics on', 'Save'],
    },
  },
  expected: [
    // Its box hides what does not fit, and is taller than 256 pixels.
    'fail notice-accessibility reflow',
    'review notice-text notice',
    'review policy-page policy',
    'review third-country-transfers country US',
  ],
};

export default site;
