import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { VIDEO } from '../third-parties.ts';
import { SPANISH } from '../words.ts';

const HOST = 'video-after-consent.test';

const site: FleetSite = {
  about: 'shows a video only after a yes',
  pages: { '/': notice({ words: SPANISH, optional: VIDEO }) },
  buttons: { language: SPANISH.language, right: { accept: [SPANISH.accept], reject: [SPANISH.reject] } },
  expected: [
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
