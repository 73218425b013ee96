import type { FleetSite } from '../fleet-site.ts';
import { VIDEO } from '../third-parties.ts';

const site: FleetSite = {
  about: 'shows a video in California, and not to who sends Global Privacy Control',
  pages: {
    '/': `<script>if (!navigator.globalPrivacyControl) document.write(${JSON.stringify(VIDEO).replaceAll('</', '<\\/')});</script>`,
  },
  regime: 'us-ca',
  scenarios: ['gpc'],
  expected: ['review reject-honoured scenario reject'],
};

export default site;
