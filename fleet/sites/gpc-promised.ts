import type { FleetSite } from '../fleet-site.ts';
import { VIDEO } from '../third-parties.ts';

const site: FleetSite = {
  about:
    'honours Global Privacy Control in California, and tells everybody that it does, whether they send it or not',
  pages: {
    '/.well-known/gpc.json': { type: 'application/json', body: '{"gpc":true}' },
    '/': `<p>We honour Global Privacy Control.</p><script>if (!navigator.globalPrivacyControl) document.write(${JSON.stringify(VIDEO).replaceAll('</', '<\\/')});</script>`,
  },
  regime: 'us-ca',
  scenarios: ['gpc'],
  buttons: null,
  expected: [
    'review gpc-shown first page',
    'review opt-out-control first page',
    'review reject-honoured scenario reject',
  ],
};

export default site;
