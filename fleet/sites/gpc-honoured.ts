import type { FleetSite } from '../fleet-site.ts';
import { VIDEO } from '../third-parties.ts';

const site: FleetSite = {
  about: 'shows a video in California, and not to who sends Global Privacy Control, and tells them so',
  pages: {
    '/.well-known/gpc.json': { type: 'application/json', body: '{"gpc":true}' },
    '/': `<p id="signal"></p><script>
if (navigator.globalPrivacyControl) document.getElementById('signal').textContent = 'Opt-Out Request Honored';
else document.write(${JSON.stringify(VIDEO).replaceAll('</', '<\\/')});
</script>`,
  },
  regime: 'us-ca',
  scenarios: ['gpc'],
  buttons: null,
  expected: ['review reject-honoured scenario reject'],
};

export default site;
