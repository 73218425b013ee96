import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ANSWER, COMPLETE_TEXT, cookiePolicy, FOOTER, GA } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH, FRENCH } from '../words.ts';

const HOST = 'notice-in-other-language.test';

const TEXT =
  'Bienvenue dans notre atelier. Nous fabriquons des meubles en bois à la main, et nous les livrons chez vous en trois jours.';

const site: FleetSite = {
  about: 'is French, and asks in English',
  pages: {
    '/': `<p>${TEXT}</p>${notice({ text: COMPLETE_TEXT, optional: STATISTICS })}${FOOTER}`,
    '/cookies': cookiePolicy([ANSWER, GA]) + FOOTER,
  },
  // The page is declared as what it is.
  buttons: { language: FRENCH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'fail notice-language notice',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
