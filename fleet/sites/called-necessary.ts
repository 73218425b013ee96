import { declaredConfig } from '../declared-config.ts';
import type { FleetSite } from '../fleet-site.ts';
import { STATISTICS } from '../third-parties.ts';

const HOST = 'called-necessary.test';
const COOKIE = `js-cookie _ga ${HOST}`;

const site: FleetSite = {
  about: 'calls its statistics necessary and asks nobody',
  pages: { '/': STATISTICS },
  config: {
    ...declaredConfig(HOST, [
      { name: '_ga', kind: 'js-cookie', purpose: 'needed', party: 'first', lifetimeSeconds: 31_536_000 },
    ]),
    services: [{ id: 'google-analytics', purpose: 'needed' }],
    trackers: [
      {
        name: '_ga',
        kind: 'js-cookie',
        service: 'google-analytics',
        party: 'first',
        lifetimeSeconds: 31_536_000,
      },
    ],
  },
  buttons: null,
  expected: [
    `fail declared-vs-observed purpose ${COOKIE}`,
    'review declared-vs-observed ghosts',
    `review nothing-before-choice ${COOKIE}`,
    'review nothing-before-choice service google-analytics',
    'review reject-honoured scenario reject',
    'review reject-on-first-layer notice',
  ],
};

export default site;
