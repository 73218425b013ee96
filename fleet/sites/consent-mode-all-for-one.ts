import { GTAG, TAG } from '../consent-tag.ts';
import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'consent-mode-all-for-one.test';

const site: FleetSite = {
  about: "asks for statistics alone, and tells Google's tag that advertising is granted with them",
  pages: {
    '/':
      `<script>${GTAG} gtag('consent', 'default', kinds('denied'));</script>` +
      notice({
        optional: `<script>gtag('consent', 'update', kinds('granted'));</script>${TAG}`,
        settings: { isOn: false, heedsSwitch: true },
      }),
  },
  scenarios: ['only-analytics'],
  buttons: {
    language: ENGLISH.language,
    right: {
      accept: [ENGLISH.accept],
      reject: [ENGLISH.reject],
      'only-analytics': [ENGLISH.settings, `${ENGLISH.statistics} on`, ENGLISH.save],
    },
  },
  expected: [
    'fail consent-mode-truth only-analytics google',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
