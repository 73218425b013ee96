import { declaredConfig } from '../declared-config.ts';
import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

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
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [],
};

export default site;
