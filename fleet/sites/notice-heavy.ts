import { companyNotice } from '../company-notice.ts';
import type { FleetSite } from '../fleet-site.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'notice-heavy.test';

const site: FleetSite = {
  about: "shows another company's notice, which loads 400 KB first and is busy with each answer for seconds",
  ...companyNotice(
    'consent.heavy.test',
    400_000,
    'const until = performance.now() + 2500; while (performance.now() < until);',
  ),
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'review notice-cost click',
    'review notice-cost weight',
    // Nobody knows the company.
    'review nothing-before-choice service host:consent.heavy.test',
    'review reject-honoured service host:consent.heavy.test',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
