import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { SPANISH } from '../words.ts';

const HOST = 'settings-begin-on.test';

const site: FleetSite = {
  about: 'has settings with statistics switched on from the start',
  pages: {
    '/': notice({ words: SPANISH, optional: STATISTICS, settings: { isOn: true, heedsSwitch: true } }),
  },
  scenarios: ['save'],
  buttons: {
    language: SPANISH.language,
    right: { accept: [SPANISH.accept], reject: [SPANISH.reject], save: [SPANISH.settings, SPANISH.save] },
  },
  expected: [
    'fail nothing-preselected switch Estadísticas',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
