import { declaredConfig } from '../declared-config.ts';
import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'declared-wrong-party.test';

const site: FleetSite = {
  about: 'declares a cookie of its own as one of another company',
  pages: { '/': notice({ optional: STATISTICS }) },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  config: declaredConfig(HOST, [
    {
      name: '_ga',
      kind: 'js-cookie',
      service: 'google-analytics',
      host: HOST,
      party: 'third',
      lifetimeSeconds: 31_536_000,
    },
  ]),
  expected: [`fail declared-vs-observed party js-cookie _ga ${HOST}`],
};

export default site;
