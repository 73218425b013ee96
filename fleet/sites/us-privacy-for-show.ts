import type { FleetSite } from '../fleet-site.ts';

const site: FleetSite = {
  about:
    'tells in California by its US Privacy string that nobody has opted out of sale, whatever the browser asks for',
  pages: {
    '/': `<p>Welcome.</p><script>
window.__uspapi = (command, version, done) => done({ version: 1, uspString: '1YNN' }, true);
</script>`,
    '/.well-known/gpc.json': { type: 'application/json', body: '{"gpc":true,"lastUpdate":"2026-01-01"}' },
  },
  buttons: null,
  regime: 'us-ca',
  scenarios: ['gpc'],
  // It shows the visitor nothing either.
  expected: ['fail consent-mode-truth gpc us-privacy', 'review gpc-shown first page'],
};

export default site;
