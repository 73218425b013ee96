import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';
import { GERMAN } from '../words.ts';

const HOST = 'withdrawal-ignored.test';
const WRITTEN = JSON.stringify(STATISTICS).replaceAll('</', '<\\/');

const site: FleetSite = {
  about: 'lets visitors take a consent back, and goes on counting on another page by a note of its own',
  pages: {
    '/': `<a href="/second">Second</a>${notice({
      words: GERMAN,
      optional: `${STATISTICS}<script>localStorage.counting = 'yes'</script>`,
      reopen: GERMAN.reopen,
      onWithdrawal: "document.cookie = '_ga=; path=/; max-age=0';",
    })}`,
    '/second': `<script>if (localStorage.counting) document.write(${WRITTEN});</script>`,
  },
  scenarios: ['withdraw'],
  buttons: {
    language: GERMAN.language,
    right: {
      accept: [GERMAN.accept],
      reject: [GERMAN.reject],
      withdraw: [GERMAN.accept, GERMAN.reopen, GERMAN.reject],
    },
  },
  expected: [
    `fail withdrawal-honoured js-cookie _ga ${HOST}`,
    'fail withdrawal-honoured service google-analytics',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    `review unclassified-trackers local-storage counting ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
