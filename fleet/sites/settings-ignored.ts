import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { DUTCH } from '../words.ts';

const HOST = 'settings-ignored.test';

const site: FleetSite = {
  about: 'counts visits after its settings were saved, whatever they said',
  pages: {
    '/': notice({ words: DUTCH, optional: STATISTICS, settings: { isOn: false, heedsSwitch: false } }),
  },
  scenarios: ['save'],
  buttons: {
    language: DUTCH.language,
    right: { accept: [DUTCH.accept], reject: [DUTCH.reject], save: [DUTCH.settings, DUTCH.save] },
  },
  expected: [
    `fail nothing-preselected js-cookie _ga ${HOST}`,
    'fail nothing-preselected service google-analytics',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
