import { expect, it } from 'vitest';
import { auditInput, sessionCookie, siteConfig, tracker } from '../testing/audited-site.ts';
import audit from './unclassified-trackers.ts';

const odd = tracker({
  name: 'odd',
  purpose: null,
  service: null,
  classification: { source: 'none', confidence: 0, needsReview: true },
});
const verdicts = (...input: Parameters<typeof auditInput>) =>
  audit.judge(auditInput(...input)).map(({ verdict, subject }) => `${verdict} ${subject}`);

it('LAW-BLOCK-005 wants a person to look at what nothing explains', () => {
  expect(verdicts({ trackers: [odd, sessionCookie] })).toEqual(['review js-cookie odd www.example.org']);
});

it('LAW-BLOCK-005 wants a person to look where something is necessary by guess', () => {
  const guess = { ...sessionCookie, classification: odd.classification };
  expect(verdicts({ trackers: [guess] })).toEqual(['review http-cookie PHPSESSID www.example.org']);
});

it('passes once the configuration says what it is for', () => {
  const config = siteConfig({ trackers: [{ name: 'odd', kind: 'js-cookie', purpose: 'counting' }] });
  expect(verdicts({ trackers: [odd] }, { config })).toEqual(['pass trackers']);
});
