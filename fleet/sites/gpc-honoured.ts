import type { FleetSite } from '../fleet-site.ts';
import { VIDEO } from '../third-parties.ts';

const site: FleetSite = {
  about:
    'shows a video in California, and not to who sends Global Privacy Control, tells them so, and has a link to opt out',
  pages: {
    '/.well-known/gpc.json': { type: 'application/json', body: '{"gpc":true}' },
    '/choices': '<form><button>Opt out of the sale and sharing of my data</button></form>',
    '/': `<p id="signal"></p><a href="/choices">Your Privacy Choices</a><script>
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
