import { GTAG, TAG } from '../consent-tag.ts';
import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'consent-mode-withdrawal-untold.test';

const site: FleetSite = {
  about:
    "stops the tag on a withdrawal, and tells Google's queue on later pages that the consent still stands",
  pages: {
    '/':
      `<script>${GTAG} gtag('consent', 'default', kinds('denied')); if (/told=yes/.test(document.cookie)) gtag('consent', 'update', kinds('granted'));</script>` +
      notice({
        optional: `<script>document.cookie = 'told=yes; path=/; max-age=86400; secure; samesite=lax'; gtag('consent', 'update', kinds('granted'));</script>${TAG}`,
        reopen: ENGLISH.reopen,
        onWithdrawal: "document.cookie = '_ga=; path=/; max-age=0'; location.reload();",
      }),
  },
  scenarios: ['withdraw'],
  buttons: {
    language: ENGLISH.language,
    right: {
      accept: [ENGLISH.accept],
      reject: [ENGLISH.reject],
      withdraw: [ENGLISH.accept, ENGLISH.reopen, ENGLISH.reject],
    },
  },
  expected: [
    'fail consent-mode-truth withdraw google',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    `review unclassified-trackers js-cookie told ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
