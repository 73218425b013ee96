import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { FRENCH } from '../words.ts';

const HOST = 'settings-begin-off.test';

const site: FleetSite = {
  about: 'has settings that begin switched off, and saves what they say',
  pages: {
    '/': notice({ words: FRENCH, optional: STATISTICS, settings: { isOn: false, heedsSwitch: true } }),
  },
  scenarios: ['save'],
  buttons: {
    language: FRENCH.language,
    right: { accept: [FRENCH.accept], reject: [FRENCH.reject], save: [FRENCH.settings, FRENCH.save] },
  },
  expected: [
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
