import type { FleetSite } from '../fleet-site.ts';
import { TC_STRINGS } from '../tc-strings.ts';

const site: FleetSite = {
  about: 'sends half of a TC string, which nobody can read',
  pages: {
    '/': `<p>Welcome.</p><script>fetch('/measure?gdpr=1&gdpr_consent=${TC_STRINGS.no.slice(0, 30)}');</script>`,
    '/measure': { type: 'text/plain', body: 'ok' },
  },
  buttons: null,
  expected: ['fail tc-string-valid TC string'],
};

export default site;
