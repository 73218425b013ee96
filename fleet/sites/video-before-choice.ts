import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS, VIDEO } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'video-before-choice.test';

const site: FleetSite = {
  about: 'asks about statistics, and shows a video whatever the answer is',
  pages: { '/': VIDEO + notice({ optional: STATISTICS }) },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    'fail nothing-before-choice http-cookie YSC youtube.com',
    'fail nothing-before-choice service youtube',
    'fail reject-honoured http-cookie YSC youtube.com',
    'fail reject-honoured service youtube',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
