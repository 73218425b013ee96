import { companyNotice } from '../company-notice.ts';
import type { FleetSite } from '../fleet-site.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'notice-light.test';

const site: FleetSite = {
  about: "shows another company's notice, which loads 40 KB first and is busy with each answer for a moment",
  ...companyNotice(
    'consent.light.test',
    40_000,
    'const until = performance.now() + 150; while (performance.now() < until);',
  ),
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    // Nobody knows the company.
    'review nothing-before-choice service host:consent.light.test',
    'review reject-honoured service host:consent.light.test',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
