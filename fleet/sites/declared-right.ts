import { declaredConfig } from '../declared-config.ts';
import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';

const site: FleetSite = {
  about: 'declares just what it does',
  pages: { '/': notice({ optional: STATISTICS }) },
  config: declaredConfig('declared-right.test', [
    {
      name: '_ga',
      kind: 'js-cookie',
      service: 'google-analytics',
      party: 'first',
      lifetimeSeconds: 31_536_000,
    },
  ]),
  expected: [],
};

export default site;
