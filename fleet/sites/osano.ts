import type { FleetSite } from '../fleet-site.ts';

const HOST = 'osano.test';

const site: FleetSite = {
  about: 'uses Cookie Consent by Osano and waits for it',
  pages: {
    '/': `<link rel="stylesheet" href="/packages/osano.css"><script src="/packages/osano.js"></script><script>
const count = () => document.body.append(Object.assign(document.createElement('script'), { src: 'https://www.google-analytics.com/analytics.js' }));
cookieconsent.initialise({
  type: 'opt-in',
  animateRevokable: false,
  cookie: { secure: true },
  onInitialise() { if (this.hasConsented()) count(); },
  onStatusChange() { if (this.hasConsented()) count(); else document.cookie = '_ga=; path=/; max-age=0'; },
});
</script>`,
  },
  scenarios: ['close', 'withdraw'],
  buttons: {
    language: 'en',
    right: {
      accept: ['Allow cookies'],
      reject: ['Decline'],
      withdraw: ['Allow cookies', 'Cookie Policy', 'Decline'],
    },
  },
  expected: [
    // Its buttons are labelled otherwise than they read.
    'fail notice-accessibility axe label-content-name-mismatch',
    'review notice-text notice',
    'review policy-page policy',
    // Its cookie says nothing of other sites, and its button that refuses has no ground.
    `fail cookie-attributes same-site js-cookie cookieconsent_status ${HOST}`,
    'review equal-prominence notice',
    'review third-country-transfers country US',
  ],
};

export default site;
