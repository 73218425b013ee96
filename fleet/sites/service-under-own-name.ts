import type { FleetSite } from '../fleet-site.ts';

const HOST = 'service-under-own-name.test';

const site: FleetSite = {
  about: 'counts visits through a host of its own name that belongs to a service',
  pages: { '/': `<img src="https://metrics.${HOST}/b/ss" alt="">` },
  aliases: { [`metrics.${HOST}`]: 'fleet.data.adobedc.net' },
  buttons: null,
  expected: [
    `fail cname-cloaking host metrics.${HOST}`,
    'fail nothing-before-choice service adobe-analytics',
    'review reject-honoured scenario reject',
    'review reject-on-first-layer notice',
    'review third-country-transfers country US',
  ],
};

export default site;
