import type { FleetSite } from '../fleet-site.ts';

const HOST = 'cookieconsent-for-show.test';

const site: FleetSite = {
  about: 'shows CookieConsent and loads its statistics anyway',
  pages: {
    '/': `<script src="https://www.google-analytics.com/analytics.js"></script>
<link rel="stylesheet" href="/packages/cookieconsent.css"><script src="/packages/cookieconsent.js"></script><script>CookieConsent.run({ categories: { necessary: { enabled: true, readOnly: true }, analytics: {} }, language: { default: "en", translations: { en: { consentModal: { title: "We use cookies", description: "To count visits.", acceptAllBtn: "Accept all", acceptNecessaryBtn: "Reject all", showPreferencesBtn: "Preferences" }, preferencesModal: { title: "Preferences", acceptAllBtn: "Accept all", acceptNecessaryBtn: "Reject all", savePreferencesBtn: "Save", sections: [] } } } } });</script>`,
  },
  buttons: { language: 'en', right: { accept: ['Accept all'], reject: ['Reject all'] } },
  expected: [
    `fail nothing-before-choice js-cookie _ga ${HOST}`,
    'fail nothing-before-choice service google-analytics',
    `fail reject-honoured js-cookie _ga ${HOST}`,
    'fail reject-honoured service google-analytics',
    'review third-country-transfers country US',
  ],
};

export default site;
