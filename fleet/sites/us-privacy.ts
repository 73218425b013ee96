import type { FleetSite } from '../fleet-site.ts';

const site: FleetSite = {
  about: 'tells in California by its US Privacy string that Global Privacy Control is an opt-out of sale',
  pages: {
    '/': `<p>Welcome.</p><script>
window.__uspapi = (command, version, done) =>
  done({ version: 1, uspString: navigator.globalPrivacyControl ? '1YYN' : '1YNN' }, true);
</script>`,
    '/.well-known/gpc.json': { type: 'application/json', body: '{"gpc":true,"lastUpdate":"2026-01-01"}' },
  },
  buttons: null,
  regime: 'us-ca',
  scenarios: ['gpc'],
  // It tells others, and shows the visitor nothing.
  expected: ['review gpc-shown first page'],
};

export default site;
