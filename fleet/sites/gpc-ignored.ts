import type { FleetSite } from '../fleet-site.ts';
import { STATISTICS, VIDEO } from '../third-parties.ts';

const HOST = 'gpc-ignored.test';

const site: FleetSite = {
  about: 'counts visits and shows a video in California whatever the browser asks for',
  pages: { '/': STATISTICS + VIDEO },
  regime: 'us-ca',
  scenarios: ['gpc'],
  buttons: null,
  expected: [
    'review gpc-shown first page',
    'fail gpc-declared /.well-known/gpc.json',
    // Whether statistics are a sale or sharing depends on the contract: a person looks.
    `review gpc-honoured js-cookie _ga ${HOST}`,
    'review gpc-honoured service google-analytics',
    'fail gpc-honoured http-cookie YSC youtube.com',
    'fail gpc-honoured service youtube',
    // Nothing on it says how to opt out of the video's advertising.
    'review opt-out-control first page',
    'review reject-honoured scenario reject',
  ],
};

export default site;
