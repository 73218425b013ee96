import { expect, it } from 'vitest';
import type { CookieAttributes } from '../../model/inventory.ts';
import { auditInput, sessionCookie, tracker } from '../testing/audited-site.ts';
import audit from './cookie-attributes.ts';

const verdicts = (...input: Parameters<typeof auditInput>) =>
  audit.judge(auditInput(...input)).map(({ verdict, subject }) => `${verdict} ${subject}`);
const withAttributes = (change: Partial<CookieAttributes>, cookie = tracker()) => ({
  ...cookie,
  attributes: { ...cookie.attributes, ...change } as CookieAttributes,
});

it.each([
  ['LAW-STO-009 a cookie that travels over plain HTTP too', { secure: false }, 'fail secure'],
  ['LAW-STO-009 a cookie that does not say when other sites send it', { sameSite: null }, 'fail same-site'],
  ['LAW-STO-009 a cookie for use on other sites', { sameSite: 'None' }, 'review same-site'],
] as const)('finds %s', (_, change, expected) => {
  expect(verdicts({ trackers: [withAttributes(change)] })).toEqual([
    `${expected} js-cookie _pk_id.* www.example.org`,
  ]);
});

it('wants a person to look at a necessary cookie of the server that every script can read', () => {
  expect(verdicts({ trackers: [withAttributes({ httpOnly: false }, sessionCookie)] })).toEqual([
    'review http-only http-cookie PHPSESSID www.example.org',
  ]);
});

it('LAW-BLOCK-007 allows thirteen months, and not more, of third parties too', () => {
  const lasting = (days: number) => tracker({ party: 'third', lifetimeSeconds: days * 86_400 });
  expect(verdicts({ trackers: [lasting(397)] })).toEqual(['pass cookies']);
  expect(verdicts({ trackers: [lasting(400)] })).toEqual([
    'fail lifetime js-cookie _pk_id.* www.example.org',
  ]);
});

it('asks of a site without HTTPS no cookie that only HTTPS can carry', () => {
  const trackers = [withAttributes({ secure: false })];
  expect(verdicts({ trackers, site: 'http://www.example.org' })).toEqual(['pass cookies']);
});

it('leaves the attributes of other parties to them', () => {
  const trackers = [withAttributes({ sameSite: 'None', secure: false }, tracker({ party: 'third' }))];
  expect(verdicts({ trackers })).toEqual(['pass cookies']);
});

it('asks nothing where there is no cookie', () => {
  expect(verdicts({ trackers: [] })).toEqual(['inapplicable cookies']);
});
