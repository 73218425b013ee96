import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'service-under-own-name-after-consent.test';

const site: FleetSite = {
  about: 'counts visits after a yes, through a host of its own name that belongs to a service',
  pages: { '/': notice({ optional: `<img src="https://metrics.${HOST}/b/ss" alt="">` }) },
  aliases: { [`metrics.${HOST}`]: 'fleet.data.adobedc.net' },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    `review cname-cloaking host metrics.${HOST}`,
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
